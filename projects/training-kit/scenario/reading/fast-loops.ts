import type { Condition } from '../condition';
import type { Turn } from '../turn';

/** The least time of a loop that goes round by itself (s). Each turn is stored and shown to everybody who looks. */
const leastSeconds = 1;

/**
 * Turns that time alone leads back to, in less than a second: nobody could hear them, and they would keep the server
 * from everybody's calls.
 */
export function fastLoops(turns: readonly Turn[]): { readonly at: number; readonly message: string }[] {
  return turns.flatMap(({ id }, at) => {
    const seconds = secondsUntilBack(turns, id);
    if (seconds >= leastSeconds) return [];
    const takes = `from the turn "${id}" back to it takes ${Number(seconds.toFixed(3))} s and nobody's doing`;
    return [{ at, message: `${takes}: a loop must take at least ${leastSeconds} s` }];
  });
}

/** The shortest way from a turn back to it by time alone; `Infinity`: there is none. */
function secondsUntilBack(turns: readonly Turn[], id: string): number {
  const reached = new Map<string, number>();
  const visit = (turn: Turn, seconds: number): void => {
    for (const { when, go } of turn.next ?? []) {
      const then = seconds + secondsOf(when);
      if (then >= Math.min(leastSeconds, reached.get(go) ?? Infinity)) continue;
      reached.set(go, then);
      const next = go === id ? undefined : turns.find((each) => each.id === go);
      if (next) visit(next, then);
    }
  };
  const start = turns.find((turn) => turn.id === id);
  if (start) visit(start, 0);
  return reached.get(id) ?? Infinity;
}

/** How long a condition takes at least if nobody does anything new; `Infinity`: it waits for somebody. */
function secondsOf(when: Condition): number {
  if ('after' in when) return when.after;
  if ('silence' in when) return when.silence;
  if ('held' in when) return when.held;
  if ('muted' in when) return when.muted;
  return 'speaking' in when ? when.speaking : Infinity;
}
