import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

/**
 * Number of quick tries, including the first one after the loss. With several nodes, a tab meets a dead one once or
 * twice.
 */
const quickTries = 3;
const quickDelay = steadyDelay([100, 2_500], [2_200, 2_400]);
const firstLongWait = 6_000;
/**
 * Longest wait (ms). Chromium delays a page's WebSockets once sixteen have failed within six minutes, also the
 * phone's: ours must fail less often.
 */
const longestWait = 60_000;

/**
 * Milliseconds until a tab that lost its hub tries again, after `failures` failed tries in a row.
 *
 * All operators of a node lose it at the same moment, so their first tries are spread over 2.4 s. The next tries
 * follow at nearly the same distance, so they stay spread. A tab that meets a dead node once still reaches a live one
 * within 5 s. While the hub stays away, the waits grow up to a minute: supervisors can wait, and the operator's own
 * connections come first.
 */
export function hubReconnectDelay(failures: number): number {
  if (failures < quickTries) return quickDelay(failures);
  return randomDelay([0.75, 1]) * Math.min(longestWait, firstLongWait * 2 ** (failures - quickTries));
}

/**
 * Socket.IO's reconnect options for a board that lost its hub, in milliseconds.
 *
 * Boards are few, so they retry sooner. The page may be a phone too, so the longest wait is the same.
 */
export const boardReconnection = {
  reconnectionDelay: 500,
  reconnectionDelayMax: longestWait,
  randomizationFactor: 0.25,
  timeout: 5_000,
} as const;
