import type { ServerClock } from '../state/agent-state';
import { elapsedSince } from './server-time';

/** A limit on something that began at `since` (server ms) and may last `seconds`. */
export interface TimeLimit {
  readonly since: number;
  readonly seconds: number;
}

/** `near`: to be warned of; `over`: reached. */
export type LimitLevel = 'within' | 'near' | 'over';

/** Whole seconds left, counted up so that 0 means reached; negative once it is over. */
export interface TimeLeft {
  readonly seconds: number;
  readonly level: LimitLevel;
}

/** Time left at a monotonic instant (ms), by the server's clock; `null` before the clock is known. `warnBefore` in seconds. */
export function timeLeft(
  { since, seconds }: TimeLimit,
  warnBefore: number,
  clock: ServerClock | null,
  monotonic: number,
): TimeLeft | null {
  const elapsed = elapsedSince(since, clock, monotonic);
  if (elapsed === null) return null;
  const left = Math.ceil(seconds - elapsed / 1000);
  return { seconds: left, level: left <= 0 ? 'over' : left <= warnBefore ? 'near' : 'within' };
}
