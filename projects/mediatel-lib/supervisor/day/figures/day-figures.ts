import type { DayTotals } from 'mediatel-lib/hub-protocol';
import type { DayColumn } from 'mediatel-lib/ui';

/** The columns of the totals, the most telling first. */
export const dayColumns: readonly DayColumn[] = [
  'calls',
  'callsAnHour',
  'handleTime',
  'occupancy',
  'present',
  'talking',
  'held',
  'clerical',
  'paused',
  'available',
  'longestWait',
  'dialing',
  'delivered',
  'unknown',
  'unconfirmed',
];

const hour = 3_600_000;

/** The time that calls took: talking, on hold and after them (ms). */
const handled = ({ talking, held, clerical }: DayTotals): number => talking + held + clerical;

/** The time present without pauses (ms). */
const atWork = ({ present, paused }: DayTotals): number => present - paused;

/** `part / whole`; `null` if there is nothing to divide by. */
const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/**
 * A column's figure: milliseconds, a count, a share from 0 to 1, or calls an hour. `null` if it can't be calculated.
 *
 * `handleTime` = (talking + hold + after call) / calls. `occupancy` = (talking + hold + after call) / (present − pauses).
 * `callsAnHour` = calls / hours of (present − pauses).
 */
export function figureOf(totals: DayTotals, column: DayColumn): number | null {
  switch (column) {
    case 'handleTime':
      return ratio(handled(totals), totals.calls);
    case 'occupancy':
      return ratio(handled(totals), atWork(totals));
    case 'callsAnHour':
      return ratio(totals.calls * hour, atWork(totals));
    default:
      return totals[column];
  }
}

/** The figures beside an operator's band. */
export const bandFigures = ['talk', 'clerical', 'pause', 'calls'] as const;
export type BandFigure = (typeof bandFigures)[number];

/** A figure beside a band: a share of the time present from 0 to 1, or the number of calls. `talk` includes holds. */
export function bandFigureOf(totals: DayTotals, figure: BandFigure): number | null {
  switch (figure) {
    case 'talk':
      return ratio(totals.talking + totals.held, totals.present);
    case 'clerical':
      return ratio(totals.clerical, totals.present);
    case 'pause':
      return ratio(totals.paused, totals.present);
    case 'calls':
      return totals.calls;
  }
}
