import type { DayTotals } from 'mediatel-lib/hub-protocol';
import type { DayColumn } from 'mediatel-lib/ui';
import { figureOf } from '../figures/day-figures';
import { figureText } from '../figures/figure-text';

/** A cell of the totals. */
export interface TotalsCell {
  readonly column: DayColumn;
  readonly text: string;
  /** Length of the bar: the figure as a share of the largest one in the column, 0 to 1. `null` for no bar. */
  readonly share: number | null;
}

/** The largest figure of each column among some rows. */
export type Largest = ReadonlyMap<DayColumn, number>;

/** The largest figures of rows that are compared with each other. */
export const largestOf = (rows: readonly DayTotals[], columns: readonly DayColumn[]): Largest =>
  new Map(columns.map((column) => [column, Math.max(0, ...rows.map((totals) => figureOf(totals, column) ?? 0))]));

/** A row's cells. Without the largest figures there is nothing to compare with, so there are no bars. */
export function totalsCells(
  totals: DayTotals,
  columns: readonly DayColumn[],
  largest: Largest | null,
  language: string,
): readonly TotalsCell[] {
  return columns.map((column) => {
    const figure = figureOf(totals, column);
    const most = largest?.get(column) ?? 0;
    const share = figure === null || most === 0 ? null : figure / most;
    return { column, text: figureText(figure, column, language), share };
  });
}
