import { type AgentPhase, type Snapshot, decodeSnapshot, phaseOf } from 'mediatel-lib/protocol';
import type { FlightEntry, FlightFile } from 'mediatel-lib/recorder';
import { beginningOf } from './recorded-time';

/** Where a call is in a flight recording, in milliseconds from the recording's beginning. */
export interface CallPlace {
  /** When the operator's phone answered: there the call's sound recording begins. */
  readonly answeredMs: number;
  /** Of the last entry in which the call is there. */
  readonly untilMs: number;
}

/** How long before the call's first snapshot its phone may answer (ms): SIP and Mediatel are two lines. */
const phoneAheadMs = 3000;
/** How long after the last snapshot of a call its sound recording may go on (ms). */
const slackMs = 1000;

const talks: ReadonlySet<AgentPhase | null> = new Set(['talking', 'held']);

/** What the snapshots say of a call. By the recording's own clock (ms). */
interface Shown {
  firstAt: number;
  lastAt: number;
  joinedAt: number | null;
}

/**
 * Finds a call by its trace id: the clocks of server and browser may differ.
 *
 * `null`: the call is not in the recording, nobody answered it, or the recording lacks its beginning.
 */
export function callPlaceIn(file: Pick<FlightFile, 'entries'>, traceId: string): CallPlace | null {
  const shown = shownIn(file.entries, traceId);
  if (shown === null) return null;
  const { firstAt, lastAt, joinedAt } = shown;
  const answeredAt = answeredIn(file.entries, firstAt, lastAt) ?? joinedAt;
  const beginning = beginningOf(file);
  return answeredAt === null ? null : { answeredMs: answeredAt - beginning, untilMs: lastAt - beginning };
}

/** The place of a moment of the call's sound recording; `null`: the flight recording has none. */
export function placeOf({ answeredMs, untilMs }: CallPlace, atMs: number): number | null {
  const place = answeredMs + atMs;
  return atMs < 0 || place > untilMs + slackMs ? null : Math.min(place, untilMs);
}

/** `null`: not there, or a recording that has lost its old entries begins in the call. */
function shownIn(entries: readonly FlightEntry[], traceId: string): Shown | null {
  let snapshot: Snapshot | null = null;
  let shown: Shown | null = null;
  for (const entry of entries) {
    if (entry.type !== 'message' || entry.message.type !== 'snapshot') continue;
    const isFirst = snapshot === null;
    const decoded = decodeSnapshot(entry.message.data, snapshot);
    if (!decoded.ok) continue;
    snapshot = decoded.snapshot;
    if (snapshot.callTraceID !== traceId) continue;
    if (isFirst) return null;
    const phase = phaseOf(snapshot.state, snapshot.status);
    shown ??= { firstAt: entry.at, lastAt: entry.at, joinedAt: null };
    shown.lastAt = entry.at;
    if (talks.has(phase)) shown.joinedAt ??= entry.at;
  }
  return shown;
}

/** When the phone answered the call; `null`: the recording does not say. */
function answeredIn(entries: readonly FlightEntry[], firstAt: number, lastAt: number): number | null {
  const events = entries.flatMap((entry) => (entry.type === 'phone' ? [{ at: entry.at, event: entry.event }] : []));
  // The call before may have been answered a moment ago.
  const isOver = (callId: string): boolean =>
    events.some(({ at, event }) => event.type === 'ended' && event.callId === callId && at <= firstAt);
  const answered = events.find(
    ({ at, event }) =>
      event.type === 'answered' && at >= firstAt - phoneAheadMs && at <= lastAt && !isOver(event.callId),
  );
  return answered?.at ?? null;
}
