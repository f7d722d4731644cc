import { type OperatorTimeline, phaseOfSegment } from 'mediatel-lib/hub-protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';

/** A segment as it is drawn and told. Milliseconds since the epoch by the hub's clock. */
export interface Band {
  /** Which line of the drawing, from above. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Whether it is still so, as far as is known now. */
  readonly lasts: boolean;
  readonly look: AgentAppearance | 'unconfirmed';
  readonly pause: string | null;
  readonly queue: string | null;
  readonly traceId: string | null;
}

/** Until when days are known, by the hub's clock, and whether that is now: not so while the hub is away. */
export interface DayEdge {
  readonly until: number;
  readonly isNow: boolean;
}

/** An operator's segments up to the edge: nothing is drawn beyond what is known. */
export function bandsOf({ segments }: OperatorTimeline, line: number, { until, isNow }: DayEdge): readonly Band[] {
  return segments.flatMap((segment) => {
    const to = Math.min(segment.to ?? until, until);
    const { from, pause, queue, traceId } = segment;
    if (to <= from) return [];
    const lasts = isNow && segment.to === null;
    return [{ line, from, to, lasts, look: phaseOfSegment(segment), pause, queue, traceId }];
  });
}
