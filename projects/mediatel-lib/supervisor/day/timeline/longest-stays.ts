import type { AlertThresholds } from '../../alerts/alert-thresholds';
import type { BandFigure } from '../figures/day-figures';
import type { Band } from '../band/day-band';

/** A stay in a state that lasted longer than its alert's threshold. */
export interface Overrun {
  /** How long it lasted (ms). */
  readonly time: number;
  /** The threshold (ms). */
  readonly limit: number;
}

const figures = { talking: 'talk', clerical: 'clerical', paused: 'pause' } as const;
type Watched = keyof typeof figures;
const isWatched = (look: Band['look']): look is Watched => Object.hasOwn(figures, look);

const limitOf = ({ look, pause }: Band, { states, pauses }: AlertThresholds): number | null => {
  if (!isWatched(look)) return null;
  if (look === 'paused' && pause !== null && Object.hasOwn(pauses, pause)) return pauses[pause] ?? null;
  return states[look];
};

/**
 * The longest overrun of a day beside each figure, by the thresholds of the alerts. Consecutive segments of one call or
 * one pause are one stay.
 */
export function longestStays(
  bands: readonly Band[],
  thresholds: AlertThresholds,
): Readonly<Partial<Record<BandFigure, Overrun>>> {
  const found: Partial<Record<BandFigure, Overrun>> = {};
  let began: Band | null = null;
  let ended = 0;
  for (const band of bands) {
    const goesOn: boolean =
      began !== null &&
      ended === band.from &&
      began.look === band.look &&
      began.pause === band.pause &&
      began.traceId === band.traceId;
    if (!goesOn) began = band;
    ended = band.to;
    const seconds = limitOf(band, thresholds);
    if (began === null || seconds === null || !isWatched(band.look)) continue;
    const [time, limit] = [band.to - began.from, seconds * 1000];
    const figure = figures[band.look];
    if (time > limit && time > (found[figure]?.time ?? 0)) found[figure] = { time, limit };
  }
  return found;
}
