import { type OperatorTimeline, phaseOfStretch } from 'mediatel-lib/protocol';
import type { AgentAppearance } from 'mediatel-lib/ui';

/** A stretch as it is drawn and told. Milliseconds since the epoch by the hub's clock. */
export interface Band {
  /** Which line of the drawing, from above. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Whether it is still so. */
  readonly lasts: boolean;
  readonly look: AgentAppearance | 'unconfirmed';
  readonly pause: string | null;
  readonly queue: string | null;
  readonly traceId: string | null;
}

/** An operator's stretches up to `until`: nothing is drawn beyond what is known. */
export function bandsOf({ segments }: OperatorTimeline, line: number, until: number): readonly Band[] {
  return segments.flatMap((segment) => {
    const to = Math.min(segment.to ?? until, until);
    const { from, pause, queue, traceId } = segment;
    if (to <= from) return [];
    return [{ line, from, to, lasts: segment.to === null, look: phaseOfStretch(segment), pause, queue, traceId }];
  });
}

/** How tall a band is, of its line: colour alone tells nothing. */
export const bandHeights: Readonly<Record<Band['look'], number>> = {
  talking: 1,
  held: 0.8,
  delivered: 0.65,
  dialing: 0.65,
  clerical: 0.65,
  paused: 0.45,
  available: 0.25,
  loggedOut: 0.06,
  unconfirmed: 1,
  unknown: 0.65,
  notReady: 0.65,
  starting: 0.25,
};
