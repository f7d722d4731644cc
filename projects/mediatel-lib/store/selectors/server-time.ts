import type { ServerClock } from '../state/agent-state';

/** The server's clock now, ms since the epoch, advanced by the local monotonic clock; `null` before the first snapshot. */
export const serverNow = (clock: ServerClock | null, monotonic: number): number | null =>
  clock === null ? null : clock.serverTime + (monotonic - clock.receivedAt);

/** Milliseconds since a server time (`time`, `callActiveSince`), never negative; `null` where it can't be told. */
export function elapsedSince(since: number | null, clock: ServerClock | null, monotonic: number): number | null {
  const now = serverNow(clock, monotonic);
  return now === null || since === null ? null : Math.max(0, now - since);
}
