import type { ServerClock } from '../state/agent-state';
import { elapsedSince } from './server-time';

/** The time limit of a call or a pause. */
export interface TimeLimit {
  /** When it began, in server ms since the epoch. */
  readonly startedAt: number;
  /** How long it may last, in seconds. */
  readonly seconds: number;
}

/** How close a limit is. `near`: time for a warning. `over`: the limit is reached. */
export type LimitLevel = 'within' | 'near' | 'over';

/** The time left until a limit. */
export interface TimeLeft {
  /** Whole seconds left, rounded up, so that 0 means reached; negative afterwards. */
  readonly seconds: number;
  /** How close the limit is. */
  readonly level: LimitLevel;
}

/**
 * The time left until a limit, by the server's clock.
 *
 * @param limit The limit, such as `selectCallLimit`'s.
 * @param warnBefore From how many seconds left the level is `near`.
 * @param clock The state's `clock`.
 * @param monotonic The present monotonic time, in ms.
 * @returns `null` before the first snapshot with a server time.
 */
export function timeLeft(
  { startedAt, seconds }: TimeLimit,
  warnBefore: number,
  clock: ServerClock | null,
  monotonic: number,
): TimeLeft | null {
  const elapsed = elapsedSince(startedAt, clock, monotonic);
  if (elapsed === null) return null;
  const left = Math.ceil(seconds - elapsed / 1000);
  return { seconds: left, level: left <= 0 ? 'over' : left <= warnBefore ? 'near' : 'within' };
}
