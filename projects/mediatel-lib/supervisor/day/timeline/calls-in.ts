import type { OperatorTimeline, TimelineSegment } from 'mediatel-lib/hub-protocol';
import { phaseOf } from 'mediatel-lib/protocol';

/** A call of an operator's day. */
export interface DayCall extends Pick<TimelineSegment, 'from' | 'kind' | 'queue'> {
  readonly traceId: string;
}

/** Each answered call of the day once, the newest first. A call that only rang has no recording. */
export function callsIn({ segments }: OperatorTimeline): readonly DayCall[] {
  const calls = new Map<string, DayCall>();
  for (const { from, kind, queue, traceId, state, status } of segments) {
    if (traceId === null) continue;
    const known = calls.get(traceId);
    if (known) calls.set(traceId, { ...known, kind: known.kind ?? kind, queue: known.queue ?? queue });
    else if (phaseOf(state, status) === 'talking') calls.set(traceId, { traceId, from, kind, queue });
  }
  return [...calls.values()].reverse();
}
