import { Refusal, list, record, text } from './decode-field';
import type { CallCode, CallHistoryRow, PauseReason } from './snapshot';

/*
 * Every reader is given the list of the previous snapshot and walks both side by side, so that an unchanged list is
 * neither copied nor given a new reference; only from the first difference on are entries made, those of a known id reused.
 */

const none: readonly never[] = [];

/** Names in a list, empty ones left out: an operator without queues is sent `[""]`. */
export function names(value: unknown, previous: readonly string[] | undefined, path: string): readonly string[] {
  const raw = list(value, path);
  if (raw.length === 0) return previous?.length === 0 ? previous : none;
  const found: string[] = [];
  let same = previous !== undefined;
  for (let i = 0; i < raw.length; i++) {
    const entry = raw[i];
    const name = typeof entry === 'string' ? entry : (text(entry, `${path}[${i}]`) ?? '');
    if (name === '') continue;
    if (same && previous![found.length] !== name) same = false;
    found.push(name);
  }
  return same && previous!.length === found.length ? previous! : found;
}

interface Entry {
  readonly id: string;
}

/** Walks a list of entries with an id; `read` gives the entry itself if it says the same as `known`. */
function entries<T extends Entry>(
  value: unknown,
  previous: readonly T[] | undefined,
  path: string,
  read: (raw: unknown, known: T | undefined, path: string, index: number) => T,
  idOf: (raw: unknown) => string | null,
): readonly T[] {
  const raw = list(value, path);
  const before = previous ?? none;
  let i = 0;
  for (; i < raw.length; i++) {
    const known = before[i];
    if (known === undefined || read(raw[i], known, path, i) !== known) break;
  }
  if (i === raw.length && i === before.length) return previous ?? none;

  const byId = new Map(before.map((entry) => [entry.id, entry]));
  return raw.map((entry, index) => read(entry, byId.get(idOf(entry) ?? ''), path, index));
}

const callCode = (value: unknown, known: CallCode | undefined, path: string, index: number): CallCode => {
  if (typeof value !== 'object' || value === null) record(value, `${path}[${index}]`);
  const raw = value as { readonly ID?: unknown; readonly Name?: unknown; readonly ActionFlag?: unknown };
  if (known !== undefined && raw.ID === known.id && raw.Name === known.name && raw.ActionFlag === known.actionFlag) {
    return known;
  }
  const id = text(raw.ID, `${path}[${index}].ID`);
  if (id === null) throw new Refusal(`${path}[${index}].ID`, 'is missing');
  const name = text(raw.Name, `${path}[${index}].Name`) ?? '';
  const actionFlag = text(raw.ActionFlag, `${path}[${index}].ActionFlag`) ?? '';
  return known?.id === id && known.name === name && known.actionFlag === actionFlag ? known : { id, name, actionFlag };
};

/** Call codes, `[{"Name", "ID", "ActionFlag"}]` (seen). */
export const callCodes = (value: unknown, previous: readonly CallCode[] | undefined, path: string) =>
  entries(value, previous, path, callCode, (raw) => {
    const id = (raw as { readonly ID?: unknown } | null)?.ID;
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  });

const pauseReason = (value: unknown, known: PauseReason | undefined, path: string, index: number): PauseReason => {
  if (!Array.isArray(value)) throw new Refusal(`${path}[${index}]`, 'should be a pair of id and name');
  if (known !== undefined && value[0] === known.id && value[1] === known.name) return known;
  const id = text(value[0], `${path}[${index}][0]`);
  if (id === null) throw new Refusal(`${path}[${index}][0]`, 'is missing');
  const name = text(value[1], `${path}[${index}][1]`) ?? '';
  return known?.id === id && known.name === name ? known : { id, name };
};

/** Pause reasons, `[["6", "Agent Survey"], …]` (seen). */
export const pauseReasons = (value: unknown, previous: readonly PauseReason[] | undefined, path: string) =>
  entries(value, previous, path, pauseReason, (raw) => {
    const id: unknown = Array.isArray(raw) ? raw[0] : null;
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  });

/** A cell as text: the documents show strings only, so anything else is kept as its JSON. */
const cell = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : (JSON.stringify(value) ?? '');

const row = (raw: Readonly<Record<string, unknown>>): CallHistoryRow => {
  const found: Record<string, string> = {};
  // `__proto__` as a column would set the row's prototype.
  for (const column in raw) if (column !== '__proto__') found[column] = cell(raw[column]);
  return found;
};

/** A row as two lists side by side: an engine reads an object's own columns in order fast, those of a second object slowly. */
interface RowCells {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

const cellsOfLists = new WeakMap<readonly CallHistoryRow[], readonly RowCells[]>();

function cellsOf(rows: readonly CallHistoryRow[]): readonly RowCells[] {
  let found = cellsOfLists.get(rows);
  if (found === undefined) {
    found = rows.map((known) => ({ columns: Object.keys(known), cells: Object.values(known) }));
    cellsOfLists.set(rows, found);
  }
  return found;
}

/** Columns in another order count as a change: no harm is done, the row is only made anew. */
const sameRow = (raw: Readonly<Record<string, unknown>>, { columns, cells }: RowCells): boolean => {
  let i = 0;
  for (const column in raw) {
    if (columns[i] !== column) return false;
    const value = raw[column];
    if (value !== cells[i] && cell(value) !== cells[i]) return false;
    i++;
  }
  return i === columns.length;
};

/** Earlier contacts, unknown columns kept. Rows have no id: an unchanged row is known by its place. */
export function callHistory(
  value: unknown,
  previous: readonly CallHistoryRow[] | undefined,
  path: string,
): readonly CallHistoryRow[] {
  const raw = list(value, path);
  const before = previous ?? none;
  const known = cellsOf(before);
  let found: CallHistoryRow[] | null = raw.length === before.length ? null : [...before.slice(0, raw.length)];
  for (let i = 0; i < raw.length; i++) {
    const entry = record(raw[i], `${path}[${i}]`);
    const cells = known[i];
    if (cells !== undefined && sameRow(entry, cells)) continue;
    found ??= [...before];
    found[i] = row(entry);
  }
  return found ?? before;
}
