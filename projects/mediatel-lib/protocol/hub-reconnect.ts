const between = (from: number, to: number): number => from + Math.random() * (to - from);

/**
 * Milliseconds until a tab that lost its hub tries again, after `failures` tries in a row that came to nothing.
 *
 * A node's operators lose it in the same instant: they come to the others spread over 2.4 s. Further tries follow at nearly that
 * distance, so they stay apart; a tab that meets a dead node once is with a living one within 5 s still.
 */
export const hubReconnectDelay = (failures: number): number =>
  failures === 0 ? between(100, 2_500) : between(2_200, 2_400);

/** Socket.IO's options of a board that lost its hub, in milliseconds: boards are few. */
export const boardReconnection = {
  reconnectionDelay: 500,
  reconnectionDelayMax: 2_000,
  randomizationFactor: 0.5,
  timeout: 5_000,
} as const;
