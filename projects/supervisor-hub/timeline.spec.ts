import fc from 'fast-check';
import { unconfirmedState } from 'mediatel-lib/hub-protocol';
import { presenceOf, recordOf } from 'test-kit';
import { type TimelineEntry, composeDay, entryOf } from './timeline';

const entry = (from: number, state: string, seq = 1, heardAt = from): TimelineEntry => ({
  epoch: 1,
  seq,
  heardAt,
  from,
  state,
  status: '',
  pause: null,
  queue: null,
  traceId: null,
  kind: null,
});

describe('a day', () => {
  it('begins a segment when the state began by Mediatel’s clock, converted to the hub’s', () => {
    const told = recordOf(
      {},
      { receivedAt: 50_000, presence: presenceOf({ since: 1_000_000, serverTime: 1_020_000 }) },
    );
    expect(entryOf(told).from).toBe(30_000);
    expect(entryOf({ ...told, presence: presenceOf({ since: null }) }).from).toBe(50_000);
  });

  it('has segments that neither overlap nor leave gaps, whatever is written (law)', () => {
    let seams = 0;
    const entries = fc.array(
      fc
        .tuple(fc.integer({ min: -50, max: 150 }), fc.constantFrom('A', 'B', unconfirmedState))
        .map(([from, state]) => ({ from, state })),
    );
    fc.assert(
      fc.property(entries, (written) => {
        const said = written.map(({ from, state }, i) => entry(from, state, i));
        const day = composeDay(said, 0, 100);
        for (const segment of day) {
          expect(segment.from).toBeGreaterThanOrEqual(0);
          expect(segment.to === null ? 100 : segment.to).toBeGreaterThan(segment.from);
        }
        const later = day.slice(1);
        seams += later.length;
        expect(later.map(({ from }) => from)).toEqual(day.slice(0, -1).map(({ to }) => to));
        expect(day.at(-1)?.to ?? null).toBeNull();
      }),
    );
    expect(seams).toBeGreaterThan(0);
  });

  it('fills the time in which an operator was lost, once the tab reports since when its state lasts', () => {
    const lost = entryOf(recordOf({}, { confirmedAt: 20, confidence: 'unconfirmed' }));
    const again = entry(10, 'STATE_CALL_ACTIVE', 1, 40);
    expect(composeDay([entry(10, 'STATE_CALL_ACTIVE'), lost, again], 0, 90)).toMatchObject([
      { from: 10, to: null, state: 'STATE_CALL_ACTIVE' },
    ]);
    const next = entry(60, 'STATE_CLERICAL', 2);
    expect(composeDay([entry(10, 'STATE_CALL_ACTIVE'), lost, next], 0, 90)).toMatchObject([
      { from: 10, to: 20, state: 'STATE_CALL_ACTIVE' },
      { from: 20, to: 60, state: unconfirmedState },
      { from: 60, to: null, state: 'STATE_CLERICAL' },
    ]);
  });

  it('a state goes on over midnight if the operator was lost after it and is back in the same state', () => {
    const midnight = 100;
    const lost = entryOf(recordOf({}, { confirmedAt: 105, confidence: 'unconfirmed' }));
    const again = entry(80, 'STATE_PAUSE', 1, 120);
    expect(composeDay([entry(80, 'STATE_PAUSE'), again, lost], midnight, 200)).toMatchObject([
      { from: midnight, to: null, state: 'STATE_PAUSE' },
    ]);
  });
});
