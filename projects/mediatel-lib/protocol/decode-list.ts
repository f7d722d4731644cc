import { type Faults, isRecord, list, noRecord, text } from './decode-field';
import type { CallCode, CallHistoryRow, PauseReason } from './snapshot';

/*
 * Every reader compares the list with the one of the previous snapshot, entry by entry. An unchanged list is not
 * copied and keeps its reference. From the first difference on, entries are created; those with a known id are reused.
 * An unreadable entry is reported and left out.
 */

const none: readonly never[] = [];

/** Reads a list of names without empty ones: an operator without queues gets `[""]`. */
export function names(
  value: unknown,
  previous: readonly string[] | undefined,
  path: string,
  faults: Faults,
): readonly string[] {
  const raw = list(value, path, faults);
  if (raw.length === 0) return previous?.length === 0 ? previous : none;
  const found: string[] = [];
  let same = previous !== undefined;
  for (let i = 0; i < raw.length; i++) {
    const entry = raw[i];
    const name = typeof entry === 'string' ? entry : (text(entry, `${path}[${i}]`, faults) ?? '');
    if (name === '') continue;
    if (same && previous![found.length] !== name) same = false;
    found.push(name);
  }
  return same && previous!.length === found.length ? previous! : found;
}

interface Entry {
  readonly id: string;
}

/** Reads an entry: `known` itself if nothing changed, `null` if it can't be read. */
type ReadEntry<T> = (raw: unknown, known: T | undefined, path: string, index: number, faults: Faults) => T | null;

/** Reads a list of entries with an id. */
function entries<T extends Entry>(
  value: unknown,
  previous: readonly T[] | undefined,
  path: string,
  faults: Faults,
  read: ReadEntry<T>,
  idOf: (raw: unknown) => string | null,
): readonly T[] {
  const raw = list(value, path, faults);
  const before = previous ?? none;
  let i = 0;
  let same = 0;
  for (; i < raw.length; i++) {
    const known = before[same];
    const entry = read(raw[i], known, path, i, faults);
    if (entry === null) continue;
    if (known === undefined || entry !== known) break;
    same++;
  }
  if (i === raw.length && same === before.length) return previous ?? none;

  const byId = new Map(before.map((entry) => [entry.id, entry]));
  const found: T[] = [];
  for (let index = 0; index < raw.length; index++) {
    const entry = read(raw[index], byId.get(idOf(raw[index]) ?? ''), path, index, faults);
    if (entry !== null) found.push(entry);
  }
  return found;
}

const callCode: ReadEntry<CallCode> = (value, known, path, index, faults) => {
  if (!isRecord(value)) {
    faults.addField(`${path}[${index}]`, noRecord(value));
    return null;
  }
  const raw = value as { readonly ID?: unknown; readonly Name?: unknown; readonly ActionFlag?: unknown };
  if (known !== undefined && raw.ID === known.id && raw.Name === known.name && raw.ActionFlag === known.actionFlag) {
    return known;
  }
  const id = entryId(raw.ID, `${path}[${index}].ID`, faults);
  if (id === null) return null;
  const name = text(raw.Name, `${path}[${index}].Name`, faults) ?? '';
  const actionFlag = text(raw.ActionFlag, `${path}[${index}].ActionFlag`, faults) ?? '';
  return known?.id === id && known.name === name && known.actionFlag === actionFlag ? known : { id, name, actionFlag };
};

/** Reads an entry's id. An entry without one can't be chosen. */
function entryId(value: unknown, path: string, faults: Faults): string | null {
  const found = text(value, path, faults);
  if (found === null) faults.addField(path, 'is missing');
  return found;
}

/** Reads call codes, `[{"Name", "ID", "ActionFlag"}]` (seen). */
export const callCodes = (value: unknown, previous: readonly CallCode[] | undefined, path: string, faults: Faults) =>
  entries(value, previous, path, faults, callCode, (raw) => {
    const id = (raw as { readonly ID?: unknown } | null | undefined)?.ID;
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  });

const pauseReason: ReadEntry<PauseReason> = (value, known, path, index, faults) => {
  if (!Array.isArray(value)) {
    faults.addField(`${path}[${index}]`, 'should be a pair of id and name');
    return null;
  }
  if (known !== undefined && value[0] === known.id && value[1] === known.name) return known;
  const id = entryId(value[0], `${path}[${index}][0]`, faults);
  if (id === null) return null;
  const name = text(value[1], `${path}[${index}][1]`, faults) ?? '';
  return known?.id === id && known.name === name ? known : { id, name };
};

/** Reads pause reasons, `[["6", "Agent Survey"], …]` (seen). */
export const pauseReasons = (
  value: unknown,
  previous: readonly PauseReason[] | undefined,
  path: string,
  faults: Faults,
) =>
  entries(value, previous, path, faults, pauseReason, (raw) => {
    const id: unknown = Array.isArray(raw) ? raw[0] : null;
    return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  });

/** Reads a cell as text. The documents show strings only, so anything else is kept as JSON. */
const cell = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : (JSON.stringify(value) ?? '');

const row = (raw: Readonly<Record<string, unknown>>): CallHistoryRow => {
  const found: Record<string, string> = {};
  // A column named `__proto__` would set the row's prototype.
  for (const column in raw) if (column !== '__proto__') found[column] = cell(raw[column]);
  return found;
};

/**
 * A row as two parallel lists. Engines list an object's own columns in order quickly, but look up those of a second
 * object slowly.
 */
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

/**
 * Whether the row is unchanged. Another order of the columns counts as a change: then the row is only created again.
 */
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

/** Reads earlier contacts; unknown columns are kept. Rows have no id, so they are compared by position. */
export function callHistory(
  value: unknown,
  previous: readonly CallHistoryRow[] | undefined,
  path: string,
  faults: Faults,
): readonly CallHistoryRow[] {
  const raw = list(value, path, faults);
  const before = previous ?? none;
  const known = cellsOf(before);
  let found: CallHistoryRow[] | null = null;
  let place = 0;
  for (let i = 0; i < raw.length; i++) {
    const entry = raw[i];
    if (!isRecord(entry)) {
      faults.addField(`${path}[${i}]`, noRecord(entry));
      continue;
    }
    const cells = known[place];
    const old = cells !== undefined && sameRow(entry, cells) ? before[place] : undefined;
    if (old === undefined) (found ??= before.slice(0, place)).push(row(entry));
    else found?.push(old);
    place++;
  }
  return found ?? (place === before.length ? before : before.slice(0, place));
}
