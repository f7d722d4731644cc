import type { DayColumn } from 'mediatel-lib/ui';

/** A duration in milliseconds as `H:MM:SS`, which spreadsheets can add up. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.round(Math.max(0, milliseconds) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** A share from 0 to 1 as a whole percentage, written as in the language. */
export const percentage = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** A column's figure as text, written as in the language; a dash if there is none. */
export function figureText(figure: number | null, column: DayColumn, language: string): string {
  if (figure === null) return '–';
  switch (column) {
    case 'calls':
      return String(figure);
    case 'occupancy':
      return percentage(figure, language);
    case 'callsAnHour':
      return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(figure);
    default:
      return clockTime(figure);
  }
}
