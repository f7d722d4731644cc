/** A duration in seconds as `04:12`, or as `1:04:12` from an hour on. Negative durations count as zero. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/**
 * Whole seconds between two monotonic times in milliseconds; 0 when the first is later.
 *
 * Both times are rounded to whole seconds first. A tick that comes a few milliseconds late then never makes the timer
 * skip a second or show one twice.
 */
export function secondsBetween(startedAt: number, now: number): number {
  return Math.max(0, Math.floor(now / 1000) - Math.round(startedAt / 1000));
}
