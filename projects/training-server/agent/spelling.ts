/** How the server spells the three names that some servers misspell. */
export const spellings = ['documented', 'misspelt', 'mixed'] as const;
export type Spelling = (typeof spellings)[number];

const misspelt = {
  availableCommand: 'avaliableCommand',
  availableCallCodes: 'awaliableCallCodes',
  isAvailable: 'isAvaliable',
} as const;

type DoubtfulField = keyof typeof misspelt;

/** The name to send in the `count`-th snapshot. `mixed` alternates by snapshot and by field. */
export function spell(field: DoubtfulField, spelling: Spelling, count: number): string {
  const index = Object.keys(misspelt).indexOf(field);
  const wrong = spelling === 'misspelt' || (spelling === 'mixed' && (count + index) % 2 === 1);
  return wrong ? misspelt[field] : field;
}
