import {
  type DaySpan,
  type OperatorRecord,
  type OperatorTimeline,
  type OperatorTotals,
  type TimelineSegment,
  totalsOf,
} from 'mediatel-lib/hub-protocol';
import { sceneNow } from '../desk-scene';

const minute = 60_000;
const hour = 60 * minute;

/** The day of the scenes: 25 March 2021 in Kyiv, known up to `sceneNow` (12:01). */
export const madeDay: DaySpan = {
  day: '2021-03-25',
  begin: Date.UTC(2021, 2, 24, 22),
  until: sceneNow,
  end: Date.UTC(2021, 2, 25, 22),
  timeZone: 'Europe/Kyiv',
};

/** Numbers from 0 to 1, the same at each call with the same seed: a linear congruential generator. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const nothing = { pause: null, queue: null, traceId: null, kind: null } as const;

/** A morning of calls, after-call work and pauses from about 8:00 on. */
function segmentsOf(i: number, team: string): TimelineSegment[] {
  const next = numbers(i + 1);
  const segments: TimelineSegment[] = [];
  let from = madeDay.begin + 8 * hour + Math.floor(next() * 25) * minute;
  const add = (length: number, facts: Partial<TimelineSegment> & Pick<TimelineSegment, 'state' | 'status'>): void => {
    if (from >= sceneNow) return;
    const to = from + Math.round(length / 1000) * 1000;
    segments.push({ ...nothing, ...facts, from, to: to >= sceneNow ? null : to });
    from = to;
  };
  for (let call = 0; from < sceneNow; call += 1) {
    const facts = { queue: team, traceId: `${i}${call}`, kind: call % 3 ? 'outgoing' : 'incoming' };
    add((0.3 + next() * 5) * minute, { state: 'STATE_IDLE', status: 'available' });
    add((0.1 + next() * 0.3) * minute, { state: 'STATE_CALL_DELIVERED', status: 'start_dialing', ...facts });
    add((0.5 + next() * 6) * minute, { state: 'STATE_CALL_ACTIVE', status: 'in_a_call', ...facts });
    if (call % 5 === 2) add((0.3 + next()) * minute, { state: 'STATE_HOLD', status: 'on_hold', ...facts });
    add((0.2 + next() * 2) * minute, { state: 'STATE_CLERICAL', status: 'clerical', queue: team });
    if (call % 9 === 6) {
      const pause = ['Lunch', 'Talk with Supervisor', 'Technical Error', 'Force Pause'][(i + call) % 4] ?? null;
      add((4 + next() * 15) * minute, { state: 'STATE_PAUSE', status: 'pause', pause });
    }
    if (call === 12 && i % 7 === 3) add(20 * minute, { state: 'UNCONFIRMED', status: '' });
  }
  return segments;
}

/** The timeline of each operator, in the operators' order. */
export const madeTimelines = (operators: readonly OperatorRecord[]): readonly OperatorTimeline[] =>
  operators.map(({ id, name, team }, i) => ({ id, name, team, segments: segmentsOf(i, team), complete: true }));

/** The totals of each timeline. */
export const madeTotals = (timelines: readonly OperatorTimeline[]): readonly OperatorTotals[] =>
  timelines.map(({ id, name, team, segments }) => ({ id, name, team, totals: totalsOf(segments, sceneNow) }));
