import type { DayTotals, OperatorTotals } from 'mediatel-lib/hub-protocol';
import type { AgentAppearance, DayColumn, DayLabels } from 'mediatel-lib/ui';
import { teamTotals } from './day-choice';

/** The columns of the totals, in order. */
export const dayColumns: readonly DayColumn[] = [
  'present',
  'talking',
  'held',
  'clerical',
  'paused',
  'available',
  'dialing',
  'delivered',
  'unknown',
  'unconfirmed',
  'calls',
  'longestWait',
];

/** A duration in milliseconds as `H:MM:SS`, which spreadsheets can add up. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.round(Math.max(0, milliseconds) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A column's heading. A state has the same name as everywhere. */
export function headingOf(
  column: DayColumn,
  text: DayLabels,
  states: Readonly<Record<AgentAppearance, string>>,
): string {
  switch (column) {
    case 'present':
    case 'unconfirmed':
    case 'calls':
    case 'longestWait':
      return text.columns[column];
    default:
      return states[column];
  }
}

/** The text of a column's cell. */
export function cellOf(totals: DayTotals, column: DayColumn): string {
  return column === 'calls' ? String(totals.calls) : clockTime(totals[column]);
}

/**
 * A day's totals as a CSV file (RFC 4180): each operator, then each team. Each pause reason has its own column.
 *
 * It begins with a byte order mark, from which Excel recognises UTF-8.
 */
export function totalsCsv(
  day: string,
  all: readonly OperatorTotals[],
  text: DayLabels,
  states: Readonly<Record<AgentAppearance, string>>,
): string {
  const reasons = [...new Set(all.flatMap(({ totals }) => totals.pauses.map(({ pause }) => pause)))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? ''),
  );
  const heading = [
    text.day,
    text.team,
    text.operator,
    text.login,
    ...dayColumns.map((column) => headingOf(column, text, states)),
    ...reasons.map((reason) => text.pausedFor(reason ?? text.unnamedPause)),
  ];
  const cells = (totals: DayTotals): string[] => [
    ...dayColumns.map((column) => cellOf(totals, column)),
    ...reasons.map((reason) => clockTime(totals.pauses.find(({ pause }) => pause === reason)?.time ?? 0)),
  ];
  const rows = [
    heading,
    ...all.map(({ id, name, team, totals }) => [day, team, name, id, ...cells(totals)]),
    ...teamTotals(all).map(({ team, totals }) => [day, team, text.wholeTeam(team), '', ...cells(totals)]),
  ];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** Beginnings of a cell that a spreadsheet would calculate. An apostrophe makes it text. Names come from outside. */
const formula = /^[=+\-@\t\r\n]/;

/** One cell, quoted if necessary. */
export function csvCell(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
