import fc from 'fast-check';
import { type OperatorRecord, isNewer } from 'mediatel-lib/hub-protocol';
import { presenceOf, recordOf } from 'test-kit';
import { Roster } from './roster';

const anyRecord = fc
  .record({
    id: fc.constantFrom('1', '2', '3'),
    epoch: fc.integer({ min: 1, max: 3 }),
    seq: fc.integer({ min: 1, max: 5 }),
  })
  // One mark means one message: the state follows from the mark.
  .map(({ id, epoch, seq }) =>
    recordOf({}, { id, epoch, seq, presence: presenceOf({ state: `STATE_${epoch}_${seq}` }) }),
  );

describe('Roster', () => {
  it('ends with the newest record of each operator, in whatever order and how often they come (law)', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1, maxLength: 30, size: 'max' }),
        fc.infiniteStream(fc.nat()),
        (told, picks) => {
          const roster = new Roster(() => 0);
          const [...shuffled] = [...told, ...told].map((one) => ({ one, at: picks.next().value as number }));
          for (const { one } of shuffled.sort((a, b) => a.at - b.at)) roster.addIfNewer(one);
          const newest = new Map<string, OperatorRecord>();
          for (const one of told) {
            const best = newest.get(one.id);
            if (!best || isNewer(one, best)) newest.set(one.id, one);
          }
          expect(new Map(roster.all().map(({ id, presence: { state } }) => [id, state]))).toEqual(
            new Map(
              [...newest].map(
                ([
                  id,
                  {
                    presence: { state },
                  },
                ]) => [id, state],
              ),
            ),
          );
        },
      ),
    );
  });

  it('is followed exactly by a board that applies each frame (law)', () => {
    const step = fc.oneof(
      anyRecord.map((one) => ({ take: one })),
      fc.constantFrom('1', '2', '3').map((id) => ({ confirm: id })),
      fc.constantFrom('1', '2', '3').map((id) => ({ doubt: id })),
      fc.constantFrom('1', '2', '3').map((id) => ({ forget: id })),
      fc.boolean().map((withConfirmed) => ({ drain: withConfirmed })),
    );
    let confirmed = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        let now = 1;
        const roster = new Roster(() => now);
        const board = new Map<string, OperatorRecord>();
        const show = (withConfirmed: boolean): void => {
          const frame = roster.drain(withConfirmed);
          if (!frame) return;
          for (const one of frame.changed) board.set(one.id, one);
          for (const { id } of frame.gone) board.delete(id);
          for (const id of frame.unconfirmed) board.set(id, { ...board.get(id)!, confidence: 'unconfirmed' });
          for (const id of frame.confirmed) expect(board.get(id)?.confidence).toBe('live');
          confirmed += frame.confirmed.length;
        };
        for (const one of steps) {
          now += 1;
          if ('take' in one) roster.addIfNewer(one.take);
          if ('confirm' in one) roster.confirm(one.confirm, now);
          if ('doubt' in one) roster.markUnconfirmed(one.doubt);
          if ('forget' in one) roster.forget(one.forget);
          if ('drain' in one) show(one.drain);
        }
        show(true);
        const seen = (records: Iterable<OperatorRecord>): [string, string, string][] =>
          [...records]
            .map(({ id, confidence, presence: { state } }): [string, string, string] => [id, confidence, state])
            .sort();
        expect(seen(board.values())).toEqual(seen(roster.all()));
      }),
    );
    expect(confirmed).toBeGreaterThan(0);
  });

  it('sends an operator who changed many times once, as they are now', () => {
    const roster = new Roster(() => 0);
    roster.addIfNewer(recordOf({}, { seq: 1 }));
    roster.addIfNewer(recordOf({}, { seq: 2, presence: presenceOf({ state: 'STATE_PAUSE' }) }));
    expect(roster.drain(false)?.changed.map(({ presence: { state } }) => state)).toEqual(['STATE_PAUSE']);
    expect(roster.drain(true)).toBeNull();
  });

  it('finds those not heard of by its own clock, however wrong the sender’s is', () => {
    let now = 0;
    const roster = new Roster(() => now);
    roster.addIfNewer(recordOf({}, { id: '1', confirmedAt: 9_999_999 }));
    roster.addIfNewer(recordOf({}, { id: '2', confirmedAt: 0 }));
    now = 5_000;
    roster.confirm('2', 0);
    now = 9_000;
    expect(roster.silentOperators(8_800)).toEqual(['1']);
    roster.markUnconfirmed('1');
    expect(roster.silentOperators(8_800)).toEqual([]);
    expect(roster.unconfirmedFor(8_800)).toEqual(['1']);
  });
});
