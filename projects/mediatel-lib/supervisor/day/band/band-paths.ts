import { bandFills, bandLooks } from './band-look';
import type { Band } from './day-band';

/** The part of a day that is drawn, and its width. */
export interface BandScale {
  /** Left end: milliseconds since the epoch. */
  readonly begin: number;
  /** Right end: milliseconds since the epoch. */
  readonly end: number;
  /** Pixels. */
  readonly width: number;
}

/** The rectangles of one look, as SVG path data. */
export interface BandPath {
  readonly look: (typeof bandLooks)[number];
  readonly d: string;
}

/** Pixels between two calls that follow one another. */
const gap = 1;

/** The place of a time (px), also beyond the ends. */
export const placeOf = (at: number, { begin, end, width }: BandScale): number =>
  ((at - begin) / Math.max(1, end - begin)) * width;

/** The time at a place (ms). */
export const timeAt = (x: number, { begin, end, width }: BandScale): number =>
  begin + (Math.max(0, Math.min(width, x)) / Math.max(1, width)) * (end - begin);

/** The band at a time; `null` for none. */
export const bandAt = (bands: readonly Band[], at: number): Band | null =>
  bands.find(({ from, to, look }) => at >= from && at < to && bandFills[look] !== 'absent') ?? null;

/**
 * The bands as one path a look: whole pixels, all of one height. Bands narrower than a pixel share it. One call that
 * follows another begins a pixel later.
 */
export function bandPaths(bands: readonly Band[], scale: BandScale, height: number): readonly BandPath[] {
  const parts = new Map<Band['look'], string[]>();
  let covered = 0;
  let before: Band | null = null;
  for (const band of bands) {
    const follows: boolean = before?.to === band.from && before.look === band.look && before.traceId !== band.traceId;
    before = band;
    if (bandFills[band.look] === 'absent' || band.to <= scale.begin || band.from >= scale.end) continue;
    const wanted = Math.round(placeOf(Math.max(band.from, scale.begin), scale));
    const left = Math.max(covered, wanted);
    const right = Math.max(wanted + 1, Math.round(placeOf(Math.min(band.to, scale.end), scale)));
    if (right <= left) continue;
    covered = right;
    const start = follows && right - left > 2 * gap ? left + gap : left;
    const own = parts.get(band.look) ?? [];
    own.push(`M${start} 0h${right - start}v${height}h${start - right}z`);
    parts.set(band.look, own);
  }
  return bandLooks.flatMap((look) => {
    const own = parts.get(look);
    return own ? [{ look, d: own.join('') }] : [];
  });
}
