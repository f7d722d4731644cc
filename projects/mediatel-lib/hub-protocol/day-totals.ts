import { type DayTotals, type PauseTotal, type TimelineSegment, phaseOfSegment } from './operator-day';

const timed = [
  'available',
  'dialing',
  'delivered',
  'talking',
  'held',
  'clerical',
  'paused',
  'unknown',
  'unconfirmed',
] as const;
type Timed = (typeof timed)[number];

/** Totals of nothing: all zero. */
export const noTotals: DayTotals = {
  present: 0,
  available: 0,
  dialing: 0,
  delivered: 0,
  talking: 0,
  held: 0,
  clerical: 0,
  paused: 0,
  unknown: 0,
  unconfirmed: 0,
  pauses: [],
  calls: 0,
  longestWait: 0,
};

/**
 * Adds up a day's segments, which have no overlaps and no gaps. The last one counts up to `until`.
 *
 * Law, tested with generated days: the times, with unconfirmed and logged-out time, add up to the time since the
 * first segment.
 */
export function totalsOf(segments: readonly TimelineSegment[], until: number): DayTotals {
  const times = Object.fromEntries(timed.map((phase) => [phase, 0])) as Record<Timed, number>;
  const pauses = new Map<string | null, number>();
  let longestWait = 0;
  let wait = 0;
  for (const segment of segments) {
    const phase = phaseOfSegment(segment);
    const time = Math.max(0, (segment.to ?? until) - segment.from);
    // Consecutive segments in the same phase (another queue, a transient state) are one wait.
    wait = phase === 'available' ? wait + time : 0;
    longestWait = Math.max(longestWait, wait);
    if (phase === 'loggedOut') continue;
    times[phase] += time;
    if (phase === 'paused') pauses.set(segment.pause, (pauses.get(segment.pause) ?? 0) + time);
  }
  const present = timed.reduce((sum, phase) => (phase === 'unconfirmed' ? sum : sum + times[phase]), 0);
  return { ...times, present, pauses: longestFirst(pauses), calls: callsOf(segments), longestWait };
}

/** Adds the totals of several operators. */
export function addTotals(a: DayTotals, b: DayTotals): DayTotals {
  const pauses = new Map<string | null, number>();
  for (const { pause, time } of [...a.pauses, ...b.pauses]) pauses.set(pause, (pauses.get(pause) ?? 0) + time);
  const times = Object.fromEntries(timed.map((phase) => [phase, a[phase] + b[phase]])) as Record<Timed, number>;
  return {
    ...times,
    present: a.present + b.present,
    pauses: longestFirst(pauses),
    calls: a.calls + b.calls,
    longestWait: Math.max(a.longestWait, b.longestWait),
  };
}

/**
 * Counts calls with conversation by their trace ids. Calls without a trace id are separated by the phases between
 * them.
 */
function callsOf(segments: readonly TimelineSegment[]): number {
  const named = new Set<string>();
  let unnamed = 0;
  let run: { readonly id: string | null; readonly talked: boolean } | null = null;
  const close = (): void => {
    if (run?.talked && run.id === null) unnamed += 1;
    if (run?.talked && run.id !== null) named.add(run.id);
    run = null;
  };
  for (const segment of segments) {
    const phase = phaseOfSegment(segment);
    if (phase !== 'talking' && phase !== 'held') {
      close();
      continue;
    }
    const { traceId } = segment;
    if (run && run.id !== null && traceId !== null && run.id !== traceId) close();
    const before: { readonly id: string | null; readonly talked: boolean } = run ?? { id: null, talked: false };
    run = { id: traceId ?? before.id, talked: before.talked || phase === 'talking' };
  }
  close();
  return named.size + unnamed;
}

const longestFirst = (pauses: ReadonlyMap<string | null, number>): PauseTotal[] =>
  [...pauses]
    .map(([pause, time]) => ({ pause, time }))
    .sort((a, b) => b.time - a.time || (a.pause ?? '').localeCompare(b.pause ?? ''));
