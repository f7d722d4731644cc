import { formatDuration } from 'mediatel-lib/ui';
import type { Band } from '../band/day-band';

/** What a tip is about. */
export interface TippedBand {
  readonly who: string;
  readonly band: Band;
  /** The name of the band's state. */
  readonly state: string;
}

/** The words of a band's tip: who, state, times, duration, and the pause or the call. */
export function tipWords({ who, band, state }: TippedBand, clock: Intl.DateTimeFormat, stillLasts: string): string {
  const { from, to, lasts, pause, queue, traceId } = band;
  return [
    who,
    state,
    `${clock.format(from)}–${lasts ? stillLasts : clock.format(to)}`,
    formatDuration((to - from) / 1000),
    pause ?? queue,
    traceId,
  ]
    .filter(Boolean)
    .join(' · ');
}
