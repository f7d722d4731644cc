import { isLive, secondsInState } from '../../hub/operator-view';
import type { OperatorEntry } from '../../hub/operators';
import type { BoardLine, BoardOperator } from './board-arrangement';
import { boardStateOf } from './board-state';

/** The operators in the order of the lines, new ones last. Sorting a nearly sorted list needs few comparisons of names, which are slow. */
export function asBefore(standings: readonly BoardOperator[], lines: readonly BoardLine[]): readonly BoardOperator[] {
  const left = new Map(standings.map((standing) => [standing.entry, standing]));
  const known: BoardOperator[] = [];
  for (const line of lines) {
    const standing = line.kind === 'operator' ? left.get(line.entry) : undefined;
    if (!standing) continue;
    known.push(standing);
    left.delete(standing.entry);
  }
  return [...known, ...left.values()];
}

/** The facts about an operator at a moment of the hub's clock (ms). */
export function standingOf(entry: OperatorEntry, now: number | null, alert: BoardOperator['alert']): BoardOperator {
  const record = entry.record();
  const confirmedAt = entry.confirmedAt();
  const { name, team, presence } = record;
  return {
    entry,
    name,
    login: presence.operator,
    team,
    queue: presence.queue,
    state: boardStateOf(record, confirmedAt, now),
    // The state of a silent operator may have changed.
    seconds: isLive(record, confirmedAt, now) ? secondsInState(record, now) : null,
    mos: presence.quality?.mos ?? null,
    alert,
  };
}
