import { type OperatorTimeline, phaseOfSegment } from 'mediatel-lib/hub-protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';

/** A segment of a day, as drawn. Times are milliseconds since the epoch, by the hub's clock. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** Whether the state still lasts, as far as is known now. */
  readonly lasts: boolean;
  /** The operator's state. */
  readonly look: AgentAppearance | 'unconfirmed';
  readonly pause: string | null;
  readonly queue: string | null;
  readonly traceId: string | null;
}

/** The end of the known part of a day. */
export interface DayEdge {
  /** Milliseconds since the epoch, by the hub's clock. */
  readonly until: number;
  /** Whether that is the present: `false` while the hub is unreachable. */
  readonly isNow: boolean;
}

/** An operator's segments up to the edge. Nothing is drawn beyond it, because nothing is known. */
export function bandsOf({ segments }: OperatorTimeline, { until, isNow }: DayEdge): readonly Band[] {
  return segments.flatMap((segment) => {
    const to = Math.min(segment.to ?? until, until);
    const { from, pause, queue, traceId } = segment;
    if (to <= from) return [];
    const lasts = isNow && segment.to === null;
    return [{ from, to, lasts, look: phaseOfSegment(segment), pause, queue, traceId }];
  });
}
