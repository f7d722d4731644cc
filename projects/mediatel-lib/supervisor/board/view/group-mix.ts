import { type BoardGroup, type BoardOperator, groupKeyOf } from './board-arrangement';
import { type BoardState, boardStates } from './board-state';

/** How many operators of a group are in a state. */
export interface MixPart {
  readonly state: BoardState;
  readonly count: number;
}

/** The states of each group's operators, the most frequent first. It is a pure function. */
export function mixesOf(
  all: readonly BoardOperator[],
  group: Exclude<BoardGroup, 'none'>,
): ReadonlyMap<string, readonly MixPart[]> {
  const groups = new Map<string, Map<BoardState, number>>();
  for (const operator of all) {
    const key = groupKeyOf(operator, group);
    let counts = groups.get(key);
    if (!counts) groups.set(key, (counts = new Map()));
    counts.set(operator.state, (counts.get(operator.state) ?? 0) + 1);
  }
  return new Map(
    Array.from(groups, ([key, counts]) => [
      key,
      Array.from(counts, ([state, count]) => ({ state, count })).sort(
        (a, b) => b.count - a.count || boardStates.indexOf(a.state) - boardStates.indexOf(b.state),
      ),
    ]),
  );
}
