import type { CallHistoryRow } from 'mediatel-lib/protocol';
import type { MediatelLabels } from 'mediatel-lib/ui';

/** Mediatel's own ids and codes, and columns without a meaning yet: they say nothing to an operator. */
const hidden = /^(RESERVED_\w*|MCC_(SAMPLEID|CHANNEL|CALLTYPE|CALLBACKID|TRACEID))$/i;

/** Columns of Mediatel that have a name in the languages. */
const named: Readonly<Record<string, (text: MediatelLabels) => string>> = {
  MCC_STARTTIME: ({ contact }) => contact.when,
  MCC_DURATION: ({ contact }) => contact.duration,
  MCC_AGENT: ({ contact }) => contact.operator,
  MCC_QUEUE: ({ queue }) => queue,
  MCC_RESULT: ({ contact }) => contact.result,
};

/** The columns that an operator can use, in order of their first appearance in any row. */
export function contactColumns(rows: readonly CallHistoryRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !hidden.test(column));
}

/** A column's heading: its name in the language, or Mediatel's without the prefix and the underscores. */
export function contactHeading(column: string, text: MediatelLabels): string {
  const known = Object.hasOwn(named, column) ? named[column] : undefined;
  if (known !== undefined) return known(text);
  const plain = /^MCC_(.+)$/.exec(column)?.[1]?.replaceAll('_', ' ').toLowerCase();
  return plain ?? column;
}
