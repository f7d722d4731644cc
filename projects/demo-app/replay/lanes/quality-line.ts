import type { QualityPoint } from '../recorded/recorded-quality';

/** Below it nothing is understood. */
const worst = 2;
const best = 4.4;

/** Vertical place of a score on a drawing of this height: the best score is at the top. */
export const heightOf = (mos: number, height: number): number =>
  height * (1 - (Math.min(Math.max(mos, worst), best) - worst) / (best - worst));

/** The path of a call's quality on a drawing `width` wide, whose axis is `length` ms long. */
export function qualityPath(
  points: readonly QualityPoint[],
  length: number,
  size: { readonly width: number; readonly height: number },
): string {
  const places = points.map(({ atMs, mos }) => {
    const x = length === 0 ? 0 : (atMs / length) * size.width;
    return `${x.toFixed(1)} ${heightOf(mos, size.height).toFixed(1)}`;
  });
  // A single measurement is a short stroke.
  return places.length === 1 ? `M${places[0]}h4` : `M${places.join('L')}`;
}

/** The last score until this time; `null` outside of calls. `endMs`: after a call's last point its score counts so long. */
export function scoreAt(calls: readonly (readonly QualityPoint[])[], atMs: number): number | null {
  const call = calls.findLast(([first]) => first !== undefined && first.atMs <= atMs);
  const point = call?.findLast((each) => each.atMs <= atMs);
  return point !== undefined && atMs - point.atMs <= countsFor ? point.mos : null;
}

/** The recorder writes a score every 5 s (ms). */
const countsFor = 6000;
