import type { OwnCall } from './own-call';

/** An operator's day in three figures. Durations are in seconds. */
export interface DaySum {
  /** How many calls there were, also those that nobody answered. */
  readonly calls: number;
  /** How long the operator talked. */
  readonly talked: number;
  /** The average after-call work; `null` when none of its ends is known. */
  readonly afterCall: number | null;
}

/** Sums up the own calls of the day; `null` without calls. A call that lasts counts once it is over. */
export function daySum(calls: readonly OwnCall[]): DaySum | null {
  const over = calls.filter(({ endedAt }) => endedAt !== null);
  if (over.length === 0) return null;
  let [talked, worked, finished] = [0, 0, 0];
  for (const { activeSince, endedAt, finishedAt = null } of over) {
    if (endedAt === null) continue;
    if (activeSince !== null) talked += Math.max(0, endedAt - activeSince);
    if (finishedAt === null) continue;
    worked += Math.max(0, finishedAt - endedAt);
    finished += 1;
  }
  const afterCall = finished === 0 ? null : Math.round(worked / finished / 1000);
  return { calls: over.length, talked: Math.round(talked / 1000), afterCall };
}
