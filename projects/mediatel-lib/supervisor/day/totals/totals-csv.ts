import type { DayTotals, OperatorTotals } from 'mediatel-lib/hub-protocol';
import type { AgentAppearance, DayColumn, DayLabels } from 'mediatel-lib/ui';
import { figureOf } from '../figures/day-figures';
import { type DayGroup, sumOf } from '../figures/day-groups';
import { clockTime, figureText } from '../figures/figure-text';

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
    case 'handleTime':
    case 'occupancy':
    case 'callsAnHour':
      return text.columns[column];
    default:
      return states[column];
  }
}

/** What a CSV file of totals contains. */
export interface TotalsFile {
  /** The day, `YYYY-MM-DD`. */
  readonly day: string;
  /** The teams with their operators, in the order of the rows. */
  readonly groups: readonly DayGroup[];
  /** The shown columns. */
  readonly columns: readonly DayColumn[];
  readonly text: DayLabels;
  /** The names of the states. */
  readonly states: Readonly<Record<AgentAppearance, string>>;
  /** BCP 47 tag of the reader's language: it decides the separator, and how figures are written. */
  readonly language: string;
}

/** The names of all pauses that somebody took, sorted. */
const pausesOf = (all: readonly OperatorTotals[]): readonly (string | null)[] =>
  [...new Set(all.flatMap(({ totals }) => totals.pauses.map(({ pause }) => pause)))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? ''),
  );

/**
 * The separator that a spreadsheet of this language expects: a semicolon where the comma is in decimal fractions, else a
 * comma.
 */
export function csvSeparator(language: string): ';' | ',' {
  const decimal = new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ';' : ',';
}

/**
 * A day's totals as a CSV file (RFC 4180, with the reader's separator): each operator, then each team, then everybody.
 * It has the shown columns, and each pause reason in a column of its own.
 *
 * It begins with a byte order mark, from which Excel recognises UTF-8.
 */
export function totalsCsv({ day, groups, columns, text, states, language }: TotalsFile): string {
  const all = groups.flatMap(({ operators }) => operators);
  const reasons = pausesOf(all);
  const heading = [
    text.day,
    text.team,
    text.operator,
    text.login,
    ...columns.map((column) => headingOf(column, text, states)),
    ...reasons.map((reason) => text.pausedFor(reason ?? text.unnamedPause)),
  ];
  const cell = (totals: DayTotals, column: DayColumn): string => {
    const figure = figureOf(totals, column);
    // A space before the percent sign would make it text.
    return figure === null ? '' : figureText(figure, column, language).replaceAll(/\s/g, '');
  };
  const cells = (totals: DayTotals): string[] => [
    ...columns.map((column) => cell(totals, column)),
    ...reasons.map((reason) => clockTime(totals.pauses.find(({ pause }) => pause === reason)?.time ?? 0)),
  ];
  const rows = [
    heading,
    ...all.map(({ id, name, team, totals }) => [day, team, name, id, ...cells(totals)]),
    ...groups.map(({ team, totals }) => [day, team, text.wholeTeam(team), '', ...cells(totals)]),
    [day, '', text.everybody, '', ...cells(sumOf(all))],
  ];
  const separator = csvSeparator(language);
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(separator)).join('\r\n')}\r\n`;
}

/**
 * Beginnings of a cell that a spreadsheet would calculate, also in their full-width forms and after spaces. An apostrophe makes
 * it text. Names come from outside.
 */
const formula = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;

/** One cell, quoted if necessary: with either separator. */
export function csvCell(value: string): string {
  const text = formula.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
