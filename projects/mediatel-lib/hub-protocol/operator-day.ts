import { type AgentPhase, phaseOf } from 'mediatel-lib/protocol';

/** The state of a segment in which nobody knows what the operator did. */
export const unconfirmedState = 'UNCONFIRMED';

/** Operators whose days may be asked for at once. */
export const timelinesAtOnce = 50;

/** Segments of one day that are sent, the newest: more than a shift has. */
export const longestTimeline = 2_000;

/** One segment of an operator's day; `to` is `null` while it lasts. Times are the hub's clock, milliseconds. */
export interface TimelineSegment {
  readonly from: number;
  readonly to: number | null;
  /** As Mediatel names it, or `unconfirmedState`. */
  readonly state: string;
  readonly status: string;
  readonly pause: string | null;
  readonly queue: string | null;
  readonly traceId: string | null;
  readonly kind: string | null;
}

export interface OperatorTimeline {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly segments: readonly TimelineSegment[];
  /** False where the day has more than `longestTimeline` segments: the oldest are left out. */
  readonly complete: boolean;
}

/** The day an answer is about: the hub's local date, from midnight to midnight or to now. */
export interface DaySpan {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds since the epoch by the hub's clock, as are `until` and `end`. */
  readonly begin: number;
  /** Until when the day is known: now, or its end once it is over. */
  readonly until: number;
  readonly end: number;
  /** Where the hub's midnight is, an IANA name. */
  readonly timeZone: string;
}

export interface TimelinesWanted {
  /** Ids; those beyond `timelinesAtOnce`, and those who may not be watched, are left out of the answer. */
  readonly operators: readonly string[];
  /** `YYYY-MM-DD`; absent: today by the hub's clock. Days are kept for a week. */
  readonly day?: string;
}

export interface TimelinesAnswer extends DaySpan {
  readonly operators: readonly OperatorTimeline[];
}

/** How long an operator was in what, milliseconds. `present` is the sum of all but `unconfirmed`; logged out is neither. */
export interface DayTotals {
  readonly present: number;
  readonly available: number;
  readonly dialing: number;
  readonly delivered: number;
  readonly talking: number;
  readonly held: number;
  readonly clerical: number;
  readonly paused: number;
  /** A state that this version does not know. */
  readonly unknown: number;
  readonly unconfirmed: number;
  /** By reason, the longest first; they add up to `paused`. */
  readonly pauses: readonly PauseTotal[];
  /** Calls that somebody talked in. One that lasts over midnight counts on both days. */
  readonly calls: number;
  /** The longest uninterrupted wait for a call, available. For several operators the longest of all. */
  readonly longestWait: number;
}

export interface PauseTotal {
  /** `null` where Mediatel has not named it. */
  readonly pause: string | null;
  readonly time: number;
}

export interface OperatorTotals {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly totals: DayTotals;
}

export interface TotalsWanted {
  /** As for `TimelinesWanted`. */
  readonly day?: string;
  /** The `next` of the page before; absent: from the beginning. */
  readonly after?: string;
}

/** A page of everybody who was there on the day and may be watched, by id. */
export interface TotalsAnswer extends DaySpan {
  readonly operators: readonly OperatorTotals[];
  /** `null`: this was the last page. */
  readonly next: string | null;
}

/** What the operator did in a segment. */
export function phaseOfSegment({
  state,
  status,
}: Pick<TimelineSegment, 'state' | 'status'>): AgentPhase | 'unconfirmed' {
  if (state === unconfirmedState) return 'unconfirmed';
  // A transient state leaves the phase to the status.
  return phaseOf(state, status) ?? phaseOf('', status) ?? 'unknown';
}
