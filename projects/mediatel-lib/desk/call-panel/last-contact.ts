import type { CallHistoryRow } from 'mediatel-lib/protocol';
import type { MediatelLabels } from 'mediatel-lib/ui';
import { contactColumns } from './contact-columns';

/** The last contact in two short texts; each is empty when nothing is known. */
export interface LastContact {
  /** When it was and how it ended: `Mar 20, 10:12 · 50. No answer`. */
  readonly result: string;
  /** Everything else that Mediatel sends of it. */
  readonly rest: string;
}

/** A date as Mediatel writes it, by the local clock: `2021-03-20 10:12:05`. */
const dated = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?/;
const resulting = /result|resol|code|status|результат|підсумок|итог|код/i;
/** Says less than it takes room. */
const minor = /DURATION|QUEUE/i;

function timeOf(cell: string): number | null {
  const [, year, month, day, hour = '0', minute = '0'] = (dated.exec(cell) ?? []).map((part) => part ?? '0');
  if (year === undefined) return null;
  const date = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return Number.isNaN(date.getTime()) ? null : date.getTime();
}

/** When a contact was (ms since the epoch), by the first of its cells that is a date; `null` for none. */
function beginningOf(row: CallHistoryRow): number | null {
  for (const cell of Object.values(row)) {
    const time = timeOf(cell);
    if (time !== null) return time;
  }
  return null;
}

/** Sums up the newest of the contacts, or the first where none has a date; `null` without contacts. */
export function lastContact(rows: readonly CallHistoryRow[], text: MediatelLabels, now: Date): LastContact | null {
  const [first] = rows;
  if (first === undefined) return null;
  const newest = rows.reduce((last, row) => ((beginningOf(row) ?? 0) > (beginningOf(last) ?? 0) ? row : last), first);
  const at = beginningOf(newest);
  const cells = contactColumns([newest])
    .map((column) => ({ column, cell: (newest[column] ?? '').trim() }))
    .filter(({ column, cell }) => cell !== '' && timeOf(cell) === null && !minor.test(column));
  const result = cells.find(({ column }) => resulting.test(column));
  const others = cells.filter((one) => one !== result).map(({ cell }) => cell);
  const when = at === null ? '' : formatDay(at, text.language, now);
  return { result: [when, result?.cell].filter(Boolean).join(' · '), rest: others.join(' · ') };
}

function formatDay(at: number, language: string, now: Date): string {
  const isThisYear = new Date(at).getFullYear() === now.getFullYear();
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}
