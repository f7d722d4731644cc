import type { DayTotals } from 'mediatel-lib/hub-protocol';
import type { DayColumn } from 'mediatel-lib/ui';
import { dayColumns, figureOf } from '../figures/day-figures';

/** The columns of a screen that has room for two. */
const narrowColumns: readonly DayColumn[] = ['calls', 'occupancy'];

/** The columns that are zero for everybody. */
export const emptyColumns = (everybody: DayTotals): readonly DayColumn[] =>
  dayColumns.filter((column) => (figureOf(everybody, column) ?? 0) === 0);

/** The columns to show, in their order: the chosen ones, or those that are not empty. */
export function shownColumns(
  chosen: readonly DayColumn[] | null,
  everybody: DayTotals,
  isNarrow: boolean,
): readonly DayColumn[] {
  if (chosen) return dayColumns.filter((column) => chosen.includes(column));
  if (isNarrow) return narrowColumns;
  const empty = emptyColumns(everybody);
  // A day without anything still has its main figures.
  return empty.length === dayColumns.length ? narrowColumns : dayColumns.filter((column) => !empty.includes(column));
}
