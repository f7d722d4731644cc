import type { ServerClock } from '../state/agent-state';

/**
 * The server's time now, in ms since the epoch: its last known time plus the local monotonic time since then.
 *
 * @param clock The state's `clock`.
 * @param monotonic The present monotonic time, in ms.
 * @returns `null` before the first snapshot with a server time.
 */
export const serverNow = (clock: ServerClock | null, monotonic: number): number | null =>
  clock === null ? null : clock.serverTime + (monotonic - clock.receivedAt);

/** How long (ms) ago a server time such as `callActiveSince` was, never negative; `null` if `since` or the clock is unknown. */
export function elapsedSince(since: number | null, clock: ServerClock | null, monotonic: number): number | null {
  const now = serverNow(clock, monotonic);
  return now === null || since === null ? null : Math.max(0, now - since);
}
