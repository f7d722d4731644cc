import fc from 'fast-check';
import { type OperatorRecord, unconfirmedState } from 'mediatel-lib/hub-protocol';
import pino from 'pino';
import { presenceOf, recordOf } from 'test-kit';
import { DayWriter } from './day-writer';
import { DayCalendar } from './day-calendar';
import { MemoryStore } from './memory-store';
import { Roster } from './roster';
import { StoreConnection } from './store-connection';
import { composeDay } from './timeline';

const day = new Date(2026, 10, 23).getTime();
const minutes = (count: number): number => day + count * 60_000;
const today = new DayCalendar().dayOf(day);

describe('nodes that write one day', () => {
  let store: MemoryStore;
  let writers: DayWriter[];

  beforeEach(() => {
    store = new MemoryStore(() => minutes(600));
    const storeConnection = new StoreConnection(pino({ level: 'silent' }));
    writers = [new DayWriter(store, storeConnection), new DayWriter(store, storeConnection)];
  });

  /** One of the nodes writes it at once. */
  const write = (node: number, told: OperatorRecord): void => {
    writers[node]!.writeRecord(told);
    writers[node]!.write();
  };

  const told = (epoch: number, at: number, state: string, begun = at): OperatorRecord => {
    const said = presenceOf({ state, since: begun, serverTime: at });
    return recordOf({}, { epoch, receivedAt: at, confirmedAt: at, presence: said });
  };
  const lost = (one: OperatorRecord, heardAt = one.confirmedAt): OperatorRecord => ({
    ...one,
    confirmedAt: heardAt,
    confidence: 'unconfirmed',
  });

  const shown = async (): Promise<[string, number][]> => {
    const entries = (await store.day(['301'], today)).get('301') ?? [];
    return composeDay(entries, day, minutes(600)).map(({ state, from }) => [state, (from - day) / 60_000]);
  };

  it.each(['first', 'last'])('a day has no gap when the node that lost the tab writes %s', async (turn) => {
    const before = told(1, minutes(60), 'STATE_IDLE');
    const moved = told(2, minutes(90), 'STATE_IDLE', minutes(60));
    write(0, before);
    if (turn === 'first') write(0, lost(before, minutes(91)));
    write(1, moved);
    if (turn === 'last') write(0, lost(before, minutes(91)));
    expect(await shown()).toEqual([['STATE_IDLE', 60]]);
  });

  it('goes on when a tab returns to a node whose last entry is the same', async () => {
    write(0, told(1, minutes(60), 'STATE_IDLE'));
    write(1, told(2, minutes(70), 'STATE_PAUSE'));
    write(0, told(3, minutes(80), 'STATE_IDLE'));
    expect(await shown()).toEqual([
      ['STATE_IDLE', 60],
      ['STATE_PAUSE', 70],
      ['STATE_IDLE', 80],
    ]);
  });

  it('writes an operator again who was written as lost and is heard without a change', async () => {
    let now = minutes(60);
    const roster = new Roster(() => now);
    const idle = told(1, now, 'STATE_IDLE');
    roster.addIfNewer(idle);
    write(0, idle);
    roster.markUnconfirmed('301');
    write(1, roster.get('301')!);
    expect(await shown()).toEqual([[unconfirmedState, 60]]);
    now = minutes(61);
    // The clock was set back.
    roster.confirm('301', minutes(10));
    for (const writer of writers) {
      writer.writeReturned(roster);
      writer.write();
    }
    expect(await shown()).toEqual([['STATE_IDLE', 60]]);
  });

  it('remembers only the operators whose days it still writes', () => {
    const roster = new Roster(() => minutes(60));
    for (let i = 0; i < 100; i += 1) {
      const one = { ...told(1, minutes(60), 'STATE_IDLE'), id: String(i) };
      roster.addIfNewer(one);
      writers[0]!.writeRecord(one);
    }
    for (let i = 0; i < 60; i += 1) roster.forget(String(i));
    // Moved to another node.
    for (let i = 60; i < 90; i += 1) roster.addIfNewer({ ...told(2, minutes(61), 'STATE_IDLE'), id: String(i) });
    writers[0]!.writeReturned(roster);
    expect(writers[0]!.remembered).toBe(10);
  });

  it('a day is the same in whatever order two nodes write, and however often (law)', () => {
    const word = fc
      .record({
        epoch: fc.integer({ min: 1, max: 3 }),
        seq: fc.integer({ min: 1, max: 3 }),
        heard: fc.integer({ min: 0, max: 5 }),
        isLost: fc.boolean(),
      })
      // One mark means one message: state and `since` follow from the mark.
      .map(({ epoch, seq, heard, isLost }) => {
        const at = minutes(60 * epoch + 10 * seq);
        const said = { ...told(epoch, at, `STATE_${(epoch + seq) % 3}`, at - ((epoch * seq) % 4) * 60_000), seq };
        return isLost ? lost(said, at + heard * 60_000) : { ...said, confirmedAt: at + heard * 60_000 };
      });
    const writing = (words: readonly OperatorRecord[]): MemoryStore => {
      const one = new MemoryStore(() => minutes(600));
      const storeConnection = new StoreConnection(pino({ level: 'silent' }));
      for (const said of words) {
        // A new node for each message, so that none is left out as already written.
        const writer = new DayWriter(one, storeConnection);
        writer.writeRecord(said);
        writer.write();
      }
      return one;
    };
    const dayIn = async (one: MemoryStore): Promise<unknown> =>
      composeDay((await one.day(['301'], today)).get('301') ?? [], day, minutes(600));
    return fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 12 }).chain((words) =>
          fc.record({
            words: fc.constant(words),
            shuffled: fc.shuffledSubarray([...words, ...words], { minLength: 2 * words.length }),
          }),
        ),
        async ({ words, shuffled }) => {
          expect(await dayIn(writing(shuffled))).toEqual(await dayIn(writing(words)));
        },
      ),
    );
  });
});
