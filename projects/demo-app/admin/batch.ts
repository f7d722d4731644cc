import type { ExtensionBatch, ExtensionBatchOutcome, MediatelExtension } from 'mediatel-lib/rest';
import type { EntryNote } from './admin-texts';
import type { Refusal } from './directory';

/** One entry of a batch before it is sent, and what became of it. */
export interface BatchEntry {
  readonly kind: 'create' | 'change' | 'delete';
  readonly number: string;
  /** The extension's id; 0 for one that is created. */
  readonly id: number;
  /** For `create` and `change`. */
  readonly description: string;
  /** Why it failed when it was sent. */
  readonly refusal: Refusal | null;
}

/** The most extensions of a range. */
const largestRange = 100;

/** The numbers from one to another, with the leading zeros of the first; `null` if it is no range. */
export function rangeOf(from: string, to: string): readonly string[] | null {
  const [first, last] = [from.trim(), to.trim() === '' ? from.trim() : to.trim()];
  if (!/^\d{1,15}$/.test(first) || !/^\d{1,15}$/.test(last)) return null;
  const count = Number(last) - Number(first) + 1;
  if (count < 1 || count > largestRange) return null;
  return Array.from({ length: count }, (_, index) => String(Number(first) + index).padStart(first.length, '0'));
}

/** Adds entries. A later entry for the same number replaces the earlier one. */
export function added(batch: readonly BatchEntry[], entries: readonly BatchEntry[]): readonly BatchEntry[] {
  const numbers = new Set(entries.map(({ number }) => number));
  return [...batch.filter(({ number }) => !numbers.has(number)), ...entries];
}

/** What the entry would meet, before it is sent; `null` if nothing speaks against it. */
export function noteOf(
  { kind, number }: BatchEntry,
  extensions: readonly MediatelExtension[],
  holders: ReadonlyMap<string, string>,
): EntryNote | null {
  if (kind === 'create' && extensions.some(({ E_Extension }) => E_Extension === number)) return 'numberInUse';
  return kind === 'delete' && holders.has(number) ? 'assigned' : null;
}

/** The batch as the API wants it. Entries that are created get the ids -1, -2, … */
export function wireOf(batch: readonly BatchEntry[]): Required<ExtensionBatch> {
  let next = 0;
  return {
    Deleted: batch.filter(({ kind }) => kind === 'delete').map(({ id }) => ({ E_ID: id })),
    Inserted: batch
      .filter(({ kind }) => kind !== 'delete')
      .map(({ kind, id, number, description }) =>
        kind === 'create'
          ? { E_ID: --next, E_Extension: number, ...(description === '' ? {} : { E_Description: description }) }
          : { E_ID: id, E_Description: description },
      ),
  };
}

/** The entries that failed, each with its reason. What was done is out. */
export function leftOf(
  batch: readonly BatchEntry[],
  outcomes: readonly ExtensionBatchOutcome[],
): readonly BatchEntry[] {
  const places = { Deleted: 0, Inserted: 0 };
  return batch.flatMap((entry) => {
    const list = entry.kind === 'delete' ? 'Deleted' : 'Inserted';
    const index = places[list]++;
    const error = outcomes.find((outcome) => outcome.list === list && outcome.index === index)?.error ?? null;
    return error === null ? [] : [{ ...entry, refusal: { failure: error.failure, detail: error.message } }];
  });
}
