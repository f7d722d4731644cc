import type { Band } from '../band/day-band';
import { type BandScale, placeOf } from '../band/band-paths';

/** Pixels of one step of a team's area. */
const step = 3;

/** How many of a team were in calls and after calls, as two stacked areas: SVG path data. */
export interface TeamLoad {
  /** Talking and on hold. */
  readonly calls: string;
  /** After calls, above them. */
  readonly clerical: string;
}

const isCall = ({ look }: Band): boolean => look === 'talking' || look === 'held';

/**
 * A team's areas. Each step shows the average number of operators in its time, so short calls count too.
 *
 * @param people The bands of the team's operators whose day is known.
 * @param team The number of operators at full height.
 * @param until The end of the known part of the day.
 * @param height Height of the area (px).
 */
export function teamLoad(
  people: readonly (readonly Band[])[],
  team: number,
  scale: BandScale,
  until: number,
  height: number,
): TeamLoad {
  const edge = Math.min(scale.width, placeOf(until, scale));
  const steps = Math.max(0, Math.floor(edge / step));
  const [calls, clerical] = [new Float64Array(steps), new Float64Array(steps)];
  const add = (sums: Float64Array, band: Band): void => {
    const from = Math.max(0, placeOf(band.from, scale) / step);
    const to = Math.min(steps, placeOf(band.to, scale) / step);
    for (let i = Math.floor(from); i < to; i += 1) sums[i] = (sums[i] ?? 0) + Math.min(to, i + 1) - Math.max(from, i);
  };
  for (const bands of people) {
    for (const band of bands) {
      if (isCall(band)) add(calls, band);
      else if (band.look === 'clerical') add(clerical, band);
    }
  }
  const levelOf = (count: number): number => round(height - (count / Math.max(1, team)) * height);
  const bottom = Array.from(calls, () => height);
  const middle = Array.from(calls, levelOf);
  const top = Array.from(calls, (count, i) => levelOf(count + (clerical[i] ?? 0)));
  return { calls: areaBetween(middle, bottom), clerical: areaBetween(top, middle) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The area between two lines of steps. */
function areaBetween(top: readonly number[], bottom: readonly number[]): string {
  if (top.length === 0) return '';
  const there = top.map((y, i) => `V${y}H${(i + 1) * step}`).join('');
  const back = bottom
    .map((y, i) => `V${y}H${i * step}`)
    .reverse()
    .join('');
  return `M0 ${top[0]}${there}${back}z`;
}
