import { type AgentPhase, phaseOf } from 'mediatel-lib/protocol';

/** The state of a segment in which nobody knows what the operator did. */
export const unconfirmedState = 'UNCONFIRMED';

/** Most operators in one request for timelines. */
export const timelinesAtOnce = 50;

/** Most segments of one day in an answer, the newest ones. A shift has fewer. */
export const longestTimeline = 2_000;

/** One segment of an operator's day. Times are the hub's clock (ms since the epoch). */
export interface TimelineSegment {
  /** When the segment began. */
  readonly from: number;
  /** When it ended; `null` while it lasts. */
  readonly to: number | null;
  /** The state as Mediatel names it, or `unconfirmedState`. */
  readonly state: string;
  /** The status as Mediatel names it. */
  readonly status: string;
  /** Name of the pause; `null` outside of one. */
  readonly pause: string | null;
  /** Name of the call's queue; `null` outside of a call. */
  readonly queue: string | null;
  /** The call's trace id; `null` outside of a call, or before Mediatel has sent it. */
  readonly traceId: string | null;
  /** The call's kind (`PresenceCallKind`); `null` outside of a call. */
  readonly kind: string | null;
}

/** An operator's day, segment by segment. */
export interface OperatorTimeline {
  /** The operator's id. */
  readonly id: string;
  /** The operator's name. */
  readonly name: string;
  /** The operator's team. */
  readonly team: string;
  /** The segments in order, without overlaps. */
  readonly segments: readonly TimelineSegment[];
  /** Whether all segments are there. False if the day has more than `longestTimeline`: the oldest are left out. */
  readonly complete: boolean;
}

/** The day of an answer: the hub's local date, from midnight to midnight or to now. */
export interface DaySpan {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The day's first midnight, by the hub's clock (ms since the epoch). */
  readonly begin: number;
  /** Up to when the day is known: now, or the day's end once it is over (ms since the epoch). */
  readonly until: number;
  /** The midnight at its end (ms since the epoch). */
  readonly end: number;
  /** The hub's time zone, an IANA name. */
  readonly timeZone: string;
}

/** A request for timelines. */
export interface TimelinesWanted {
  /**
   * Operators' ids. The answer leaves out those beyond `timelinesAtOnce` and those whom the supervisor may not watch.
   */
  readonly operators: readonly string[];
  /** `YYYY-MM-DD`; absent: today by the hub's clock. Days are kept for a week. */
  readonly day?: string;
}

/** The requested timelines. */
export interface TimelinesAnswer extends DaySpan {
  /** One timeline an operator. */
  readonly operators: readonly OperatorTimeline[];
}

/** How long an operator was in each phase on a day (ms). */
export interface DayTotals {
  /** The sum of all phases except `unconfirmed`. Time logged out counts in neither. */
  readonly present: number;
  /** Time available. */
  readonly available: number;
  /** Time dialling. */
  readonly dialing: number;
  /** Time with a delivered call. */
  readonly delivered: number;
  /** Time talking. */
  readonly talking: number;
  /** Time with the call on hold. */
  readonly held: number;
  /** Time in clerical (after-call work). */
  readonly clerical: number;
  /** Time on pauses. */
  readonly paused: number;
  /** Time in a state that this version does not know. */
  readonly unknown: number;
  /** Time in which nobody knows what the operator did. */
  readonly unconfirmed: number;
  /** Time by pause, the longest first. The times add up to `paused`. */
  readonly pauses: readonly PauseTotal[];
  /** Number of calls that the operator talked in. A call over midnight counts on both days. */
  readonly calls: number;
  /** The longest uninterrupted time available (ms). For several operators, the longest of all. */
  readonly longestWait: number;
}

/** Time on one pause. */
export interface PauseTotal {
  /** The pause's name; `null` if Mediatel did not name it. */
  readonly pause: string | null;
  /** Milliseconds. */
  readonly time: number;
}

/** An operator's totals of a day. */
export interface OperatorTotals {
  /** The operator's id. */
  readonly id: string;
  /** The operator's name. */
  readonly name: string;
  /** The operator's team. */
  readonly team: string;
  /** The totals. */
  readonly totals: DayTotals;
}

/** A request for one page of totals. */
export interface TotalsWanted {
  /** `YYYY-MM-DD`, as in `TimelinesWanted`. */
  readonly day?: string;
  /** The `next` of the page before; absent: the first page. */
  readonly after?: string;
}

/** One page of totals, sorted by id: all operators who were there on the day and whom the supervisor may watch. */
export interface TotalsAnswer extends DaySpan {
  /** One entry an operator. */
  readonly operators: readonly OperatorTotals[];
  /** The next page's `after`; `null`: this was the last page. */
  readonly next: string | null;
}

/** What the operator did in a segment. */
export function phaseOfSegment({
  state,
  status,
}: Pick<TimelineSegment, 'state' | 'status'>): AgentPhase | 'unconfirmed' {
  if (state === unconfirmedState) return 'unconfirmed';
  // In a transient state, the status decides.
  return phaseOf(state, status) ?? phaseOf('', status) ?? 'unknown';
}
