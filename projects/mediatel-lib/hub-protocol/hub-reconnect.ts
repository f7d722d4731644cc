import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

/** Tries that follow each other quickly, the first after the loss among them: a node of several that dies is met once or twice. */
const quickTries = 3;
const quickDelay = steadyDelay([100, 2_500], [2_200, 2_400]);
const firstLongWait = 6_000;
/** Chromium holds a page's WebSockets back once sixteen have failed within six minutes, the phone's too: of ours fewer fail. */
const longestWait = 60_000;

/**
 * Milliseconds until a tab that lost its hub tries again, after `failures` tries in a row that came to nothing.
 *
 * A node's operators lose it in the same instant: they come to the others spread over 2.4 s. The next tries follow at nearly that
 * distance, so they stay apart; a tab that meets a dead node once is with a living one within 5 s still. A hub that stays away is tried
 * ever more seldom, up to once a minute: supervisors wait, the operator's own connections don't.
 */
export function hubReconnectDelay(failures: number): number {
  if (failures < quickTries) return quickDelay(failures);
  return randomDelay([0.75, 1]) * Math.min(longestWait, firstLongWait * 2 ** (failures - quickTries));
}

/**
 * Socket.IO's options of a board that lost its hub, in milliseconds. Boards are few, so they begin sooner; the page may have a phone too, so
 * they go on as seldom.
 */
export const boardReconnection = {
  reconnectionDelay: 500,
  reconnectionDelayMax: longestWait,
  randomizationFactor: 0.25,
  timeout: 5_000,
} as const;
