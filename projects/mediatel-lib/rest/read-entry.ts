import { MediatelApiError } from './api-error';

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the entries of a result. The id becomes a number (it may come as a string); the other fields stay unchanged.
 *
 * Throws `MediatelApiError` if an entry has no id.
 */
export function readEntries<T extends object>(result: readonly unknown[], id: keyof T & string): readonly T[] {
  return result.map((value): T => {
    const own = isEntry(value) ? Number(value[id] ?? NaN) : NaN;
    if (!isEntry(value) || !Number.isFinite(own)) throw MediatelApiError.unreadable(200, `an entry has no ${id}`);
    return { ...value, [id]: own } as T;
  });
}

/** Reads the only entry of a result. Throws `not-found` if there is none. */
export function readEntry<T extends object>(result: readonly unknown[], id: keyof T & string): T {
  const entry = readEntries<T>(result.slice(0, 1), id)[0];
  if (entry === undefined) throw MediatelApiError.notFound();
  return entry;
}

/** Reads the id of a created object: a bare number, or an entry with the id. */
export function readId(result: readonly unknown[], id: string): number {
  const [first] = result;
  const own = Number((isEntry(first) ? first[id] : first) ?? NaN);
  if (!Number.isFinite(own)) throw MediatelApiError.unreadable(200, `the answer has no ${id}`);
  return own;
}
