import type { AuditEntry, SupervisorRequest, SupervisorRequestKind } from 'mediatel-lib/hub-protocol';
import type { ActLabels, AuditLabels } from 'mediatel-lib/ui';
import { csvCell, csvSeparator } from '../day/totals/totals-csv';
import { outcomeWords } from '../requests/outcome-words';

/** The columns of the log. */
export const logColumns = ['at', 'supervisor', 'operator', 'request', 'outcome'] as const;

/** A line of the log in words. */
export type LogLine = Readonly<Record<(typeof logColumns)[number], string>>;

/** The supervisor's choice of lines; `null` for all. */
export interface LogFilter {
  /** The operator's id. */
  readonly operator: string | null;
  /** The kind of request. */
  readonly request: SupervisorRequestKind | null;
  /** What became of it. */
  readonly outcome: AuditEntry['outcome']['outcome'] | null;
}

/** Shows every line. */
export const noFilter: LogFilter = { operator: null, request: null, outcome: null };

/** The name of the operator at that time; the id if it was not known. */
export const nameOf = ({ name, operator }: AuditEntry): string => name || operator;

/** The entries that fit the filter. */
export function entriesFor(entries: readonly AuditEntry[], { operator, request, outcome }: LogFilter): AuditEntry[] {
  return entries.filter(
    (entry) =>
      (operator === null || entry.operator === operator) &&
      (request === null || entry.request.kind === request) &&
      (outcome === null || entry.outcome.outcome === outcome),
  );
}

/** The texts of a line. */
export interface LogWords {
  readonly audit: AuditLabels;
  readonly acts: ActLabels;
  /** Writes a time: milliseconds since the epoch. */
  readonly time: (at: number) => string;
}

/** An entry in words. A refusal is a sentence, never a code. */
export function logLine(entry: AuditEntry, { audit, acts, time }: LogWords): LogLine {
  const { at, supervisor, supervisorName, request, outcome } = entry;
  const why = outcome.outcome === 'refused' ? outcomeWords(request.kind, outcome, acts) : null;
  return {
    at: time(at),
    supervisor: supervisorName || supervisor,
    operator: nameOf(entry),
    request: requestWords(request, audit),
    outcome: why === null ? audit.outcome[outcome.outcome] : `${audit.outcome.refused}: ${why}`,
  };
}

/** Lines as a CSV file (RFC 4180, with the reader's separator), with the heading of the table and a byte order mark. */
export function logCsv(lines: readonly LogLine[], audit: AuditLabels, language: string): string {
  const rows = [
    logColumns.map((column) => audit.column[column]),
    ...lines.map((line) => logColumns.map((c) => line[c])),
  ];
  const separator = csvSeparator(language);
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(separator)).join('\r\n')}\r\n`;
}

function requestWords(request: SupervisorRequest, text: AuditLabels): string {
  switch (request.kind) {
    case 'message':
      return text.message(request.text);
    case 'takePause':
      return text.takePause(request.pause);
    default:
      return text[request.kind];
  }
}
