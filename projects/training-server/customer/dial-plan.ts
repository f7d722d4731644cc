/** How the customer at a number behaves. */
export type CustomerBehaviour = 'talks' | 'busy' | 'neverAnswers' | 'hangsUp' | 'echoes';

const BY_ENDING: readonly (readonly [ending: string, behaviour: CustomerBehaviour])[] = [
  ['661234502', 'busy'],
  ['661234503', 'neverAnswers'],
  ['661234504', 'hangsUp'],
  ['661234505', 'echoes'],
];

/**
 * Decided by the number's ending, so that `0661234502` and `+380661234502` are the same customer. Any other number
 * talks.
 */
export function behaviourAt(number: string): CustomerBehaviour {
  const digits = number.replace(/\D/g, '');
  return BY_ENDING.find(([ending]) => digits.endsWith(ending))?.[1] ?? 'talks';
}
