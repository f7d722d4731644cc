import { errorOf } from './api-answer';
import type { ExtensionBatch, ExtensionBatchOutcome } from './extension';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * Reads what became of each entry of a batch.
 *
 * A result names its entry by `list` and `index`; one that does not is that of the entry at its own place. An entry
 * without a result was done, because the whole answer succeeded.
 */
export function batchOutcomes(
  { Deleted = [], Inserted = [] }: ExtensionBatch,
  result: readonly unknown[],
): readonly ExtensionBatchOutcome[] {
  const entries = [
    ...Deleted.map(({ E_ID }, index) => ({ list: 'Deleted' as const, index, E_ID })),
    ...Inserted.map(({ E_ID }, index) => ({ list: 'Inserted' as const, index, E_ID })),
  ];
  return entries.map(({ list, index, E_ID }, place) => {
    const named = result.find((each) => isFields(each) && each['list'] === list && each['index'] === index);
    const unnamed = result[place];
    const own = named ?? (isFields(unnamed) && unnamed['list'] === undefined ? unnamed : undefined);
    const error = isFields(own) && isFields(own['error']) ? errorOf(own, 200) : null;
    const id = isFields(own) ? Number(own['E_ID'] ?? NaN) : NaN;
    return { list, index, id: Number.isFinite(id) ? id : E_ID, error };
  });
}
