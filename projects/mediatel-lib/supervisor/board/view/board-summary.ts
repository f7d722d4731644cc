import type { OperatorEntry } from '../../hub/operators';
import type { BoardOperator } from './board-arrangement';
import type { BoardState } from './board-state';

/** The operator who has been in a state for the longest time. */
interface Longest {
  readonly entry: OperatorEntry;
  readonly seconds: number;
}

/** All operators, counted. */
export interface BoardSummary {
  /** Number of all operators. */
  readonly total: number;
  /** Number of operators by state. A state without operators has no entry. */
  readonly counts: ReadonlyMap<BoardState, number>;
  /** The longest in each state whose duration is known. */
  readonly longest: ReadonlyMap<BoardState, Longest>;
}

/** Counts the operators. It is a pure function. */
export function summarise(all: readonly BoardOperator[]): BoardSummary {
  const counts = new Map<BoardState, number>();
  const longest = new Map<BoardState, Longest>();
  for (const { entry, state, seconds } of all) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
    if (seconds !== null && seconds > (longest.get(state)?.seconds ?? -1)) longest.set(state, { entry, seconds });
  }
  return { total: all.length, counts, longest };
}
