import { instrument } from './instrument.js';
import { mutantsOf } from './mutants-of.js';

const source = `
  const found = [];
  for (const item of list) if (item > 1 && item < 4) found.push(item * 2);
  return found.length === 0 ? none ?? 'none' : found.filter((item) => item !== 4);
`;

/** Runs the source with one of its mutants. */
function run(chosen: string | null, list: readonly number[], none?: string): unknown {
  const scope = globalThis as unknown as { __mutant?: (id: string) => boolean };
  scope.__mutant = (id) => id === chosen;
  try {
    return (new Function('list', 'none', instrument('a.ts', source)) as (...args: unknown[]) => unknown)(list, none);
  } finally {
    delete scope.__mutant;
  }
}

const idOf = (after: string) => mutantsOf('a.ts', source).mutants.find((mutant) => mutant.after === after)?.id ?? '';

describe('instrument', () => {
  it('changes nothing without a mutant', () => {
    expect(run(null, [1, 2, 3, 4])).toEqual([6]);
    expect(run(null, [])).toBe('none');
    expect(run(null, [], 'nobody')).toBe('nobody');
  });

  it.each<[string, unknown]>([
    ['item >= 1', [2, 6]],
    ['item <= 4', [6, 8]],
    ['(item > 1) || (item < 4)', [2, 6, 8]],
    ['item / 2', [1, 1.5]],
    ['item === 4', [4]],
    ['found', [4, 6]],
    ['', 'none'],
  ])('holds the mutant → %s', (after, expected) => {
    expect(idOf(after)).not.toBe('');
    expect(run(idOf(after), [1, 2, 3, 4])).toEqual(expected);
  });
});
