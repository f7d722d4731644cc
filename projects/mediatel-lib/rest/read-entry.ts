import { MediatelApiError } from './api-error';

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The entries of a result that can be told apart: their id becomes a number (it may come as a string), the rest stays as it
 * came. Throws where one has no id.
 */
export function readEntries<T extends object>(result: readonly unknown[], id: keyof T & string): readonly T[] {
  return result.map((value): T => {
    const own = isEntry(value) ? Number(value[id] ?? NaN) : NaN;
    if (!isEntry(value) || !Number.isFinite(own)) throw MediatelApiError.unreadable(200, `an entry has no ${id}`);
    return { ...value, [id]: own } as T;
  });
}

/** The one entry of a result; throws `not-found` where there is none. */
export function readEntry<T extends object>(result: readonly unknown[], id: keyof T & string): T {
  const entry = readEntries<T>(result.slice(0, 1), id)[0];
  if (entry === undefined) throw MediatelApiError.notFound();
  return entry;
}

/** The id of what was created: a bare number, or an entry that has it. */
export function readId(result: readonly unknown[], id: string): number {
  const [first] = result;
  const own = Number((isEntry(first) ? first[id] : first) ?? NaN);
  if (!Number.isFinite(own)) throw MediatelApiError.unreadable(200, `the answer has no ${id}`);
  return own;
}
