import { storedPlaces } from './stored-places';
import { storedText } from './stored-value';

/**
 * By how much the wall clock was set while the tab was loaded again (ms); 0 if that can't be told.
 *
 * `leftAt`: when the former page left, by the wall clock. `unloadedAt`: when it was unloaded, by the clock of `uptime`, which nobody
 * sets; 0 if there was none, or if it was another origin's.
 */
export const stepDuring = (leftAt: string | null, unloadedAt: number, uptime: number, now: number): number =>
  (leftAt && unloadedAt ? now - Number(leftAt) - uptime + unloadedAt : 0) || 0;

const leftAt = storedText(storedPlaces.leftAt);

/** Reads what the former page of the tab has left, and leaves the same to the next. */
function watchLoads(): number {
  const left = leftAt.read(null);
  leftAt.remove();
  globalThis.addEventListener?.('pagehide', () => leftAt.write(String(Date.now())));
  const load = performance.getEntriesByType?.('navigation')[0] as PerformanceNavigationTiming | undefined;
  return stepDuring(left, load?.type === 'reload' ? load.unloadEventEnd : 0, performance.now(), Date.now());
}

let step: number | null = null;

/** Each page calls it as it starts, signed in or not, so that the next one knows when it left. */
export const watchWallClock = (): number => (step ??= watchLoads());

/** Whether that was lately (ms), by the wall clock as it is now or as it was before the tab was loaded again. */
export const isLately = (at: number, lifetime: number, now = Date.now()): boolean =>
  [at, at + watchWallClock()].some((then) => Math.abs(now - then) <= lifetime);
