import fc from 'fast-check';
import { addTotals, noTotals, totalsOf } from './day-totals';
import { type DayTotals, type TimelineSegment, phaseOfSegment, unconfirmedState } from './operator-day';

type Kind = readonly [state: string, status: string, pause: string | null, traceId: string | null];

/** Consecutive segments from `begin` on. The last one has no end. */
function day(begin: number, parts: readonly (readonly [length: number, kind: Kind])[]): TimelineSegment[] {
  let from = begin;
  return parts.map(([length, [state, status, pause, traceId]], i) => {
    const to = from + length;
    const segment = { from, to: i === parts.length - 1 ? null : to, state, status, pause, traceId };
    from = to;
    return { ...segment, queue: null, kind: null };
  });
}

const idle: Kind = ['STATE_IDLE', 'available', null, null];
const lunch: Kind = ['STATE_PAUSE', 'pause', 'Lunch', null];
const call = (id: string | null): Kind => ['STATE_CALL_ACTIVE', 'in_a_call', null, id];
const hold = (id: string | null): Kind => ['STATE_HOLD', 'on_hold', null, id];
const clerical: Kind = ['STATE_CLERICAL', 'clerical', null, null];
const lost: Kind = [unconfirmedState, '', null, null];
const out: Kind = ['STATE_LOGOUT', 'offline', null, null];
const meeting: Kind = ['STATE_PAUSE', 'pause', 'Meeting', null];
const odd: Kind = ['STATE_OF_TOMORROW', 'new', null, null];
const muting: Kind = ['STATE_MUTE', 'in_a_call', null, '1'];

const parts = fc.array(
  fc.tuple(
    fc.integer({ min: 1, max: 10_000 }),
    fc.constantFrom(
      idle,
      lunch,
      meeting,
      call('1'),
      call('2'),
      call(null),
      hold('1'),
      clerical,
      lost,
      out,
      odd,
      muting,
    ),
  ),
);

const sumOf = (totals: DayTotals): number =>
  totals.available +
  totals.dialing +
  totals.delivered +
  totals.talking +
  totals.held +
  totals.clerical +
  totals.paused +
  totals.unknown;

describe('a day’s totals', () => {
  it('add up to the time present, and together with the rest to the whole time (law)', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1e12 }), (parts, begin) => {
        const segments = day(begin, parts);
        const until = begin + parts.reduce((sum, [length]) => sum + length, 0);
        const totals = totalsOf(segments, until);
        const loggedOut = segments
          .filter((segment) => phaseOfSegment(segment) === 'loggedOut')
          .reduce((sum, { from, to }) => sum + (to ?? until) - from, 0);
        expect(sumOf(totals)).toBe(totals.present);
        expect(totals.present + totals.unconfirmed + loggedOut).toBe(until - begin);
        expect(totals.pauses.reduce((sum, { time }) => sum + time, 0)).toBe(totals.paused);
        expect(totals.longestWait).toBeLessThanOrEqual(totals.available);
      }),
    );
  });

  it('are the same if the day is cut at midnight (law)', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 20_000 }), (parts, midnight) => {
        const segments = day(0, parts);
        const until = parts.reduce((sum, [length]) => sum + length, 0);
        const cut = Math.min(midnight, until);
        const evening = segments
          .filter(({ from }) => from < cut)
          .map((segment) => ({ ...segment, to: Math.min(segment.to ?? until, cut) }));
        const morning = segments
          .filter(({ to }) => (to ?? until) > cut)
          .map((segment) => ({ ...segment, from: Math.max(segment.from, cut) }));
        const both = addTotals(totalsOf(evening, cut), totalsOf(morning, until));
        const whole = totalsOf(segments, until);
        // Midnight may cut a wait in two, and a call counts on both days.
        expect({ ...both, calls: 0, longestWait: 0 }).toEqual({ ...whole, calls: 0, longestWait: 0 });
        expect(both.longestWait).toBeLessThanOrEqual(whole.longestWait);
        expect(both.calls).toBeGreaterThanOrEqual(whole.calls);
      }),
    );
  });

  it('count a call once: with holds, with transient states, and after an unconfirmed segment', () => {
    const calls = (...kinds: readonly Kind[]): number =>
      totalsOf(
        day(
          0,
          kinds.map((kind) => [1_000, kind] as const),
        ),
        kinds.length * 1_000,
      ).calls;
    expect(calls(idle, call('1'), hold('1'), call('1'), muting, clerical)).toBe(1);
    expect(calls(call('1'), lost, call('1'))).toBe(1);
    expect(calls(call('1'), call('2'))).toBe(2);
    expect(calls(call(null), call('1'), clerical)).toBe(1);
    expect(calls(call(null), idle, call(null))).toBe(2);
    expect(calls(['STATE_MAKECALL_REQUEST', 'start_dialing', null, '1'], clerical)).toBe(0);
  });

  it('list pauses by reason, the longest first, and the longest uninterrupted wait', () => {
    const totals = totalsOf(
      day(0, [
        [5, idle],
        [10, lunch],
        [30, meeting],
        [3, idle],
        [4, ['STATE_PREDICTIVE', 'available', null, null]],
        [25, lunch],
      ]),
      77,
    );
    expect(totals.pauses).toEqual([
      { pause: 'Lunch', time: 35 },
      { pause: 'Meeting', time: 30 },
    ]);
    expect(totals.longestWait).toBe(7);
    expect(addTotals(noTotals, totals)).toEqual(totals);
  });
});
