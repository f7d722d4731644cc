/** The separators that spreadsheets read: most of Europe's expect `;`. */
export const csvSeparators = [',', ';'] as const;
export type CsvSeparator = (typeof csvSeparators)[number];

export type CsvCell = string | number | null;

/** Spreadsheets run a text that begins so as a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * A table as CSV (RFC 4180), with the byte order mark by which spreadsheets recognise UTF-8. A text that would be a
 * formula gets an apostrophe before it.
 */
export function csv(rows: readonly (readonly CsvCell[])[], separator: CsvSeparator): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => written(cell, separator)).join(separator)}\r\n`).join('')}`;
}

function written(cell: CsvCell, separator: CsvSeparator): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  const needsQuotes = text.includes(separator) || /["\r\n;,]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
