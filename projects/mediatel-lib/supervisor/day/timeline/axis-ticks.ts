import { type BandScale, placeOf } from '../band/band-paths';

/** A mark of the time axis. */
export interface AxisTick {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Its place on the axis (px). */
  readonly x: number;
}

const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720].map((minutes) => minutes * minute);
const longest = 12 * 60 * minute;
/** Least distance of two marks, in widths of 1 rem: `00:00` and some space. */
const apart = 4;

/** The marks of an axis: round times of the day, with room for their text. `midnight` is the day's beginning (ms). */
export function axisTicks(scale: BandScale, midnight: number, rem: number): readonly AxisTick[] {
  const { begin, end, width } = scale;
  if (width <= 0 || end <= begin) return [];
  const room = (apart * rem * (end - begin)) / width;
  const fitting = steps.find((one) => one >= room);
  const step = fitting ?? longest;
  const first = midnight + Math.ceil((begin - midnight) / step) * step;
  // An axis without room for two marks has one.
  const most = fitting === undefined ? 1 : Infinity;
  const count = Math.min(most, Math.max(0, Math.floor((end - first) / step) + 1));
  return Array.from({ length: count }, (_, i) => ({ at: first + i * step, x: placeOf(first + i * step, scale) }));
}
