import type { Condition } from '../condition';
import { neverBranches } from './never-branches';

/** Places of branches that never decide, each with the place of the one that does instead. */
const never = (...conditions: Condition[]): [number, number][] =>
  neverBranches(conditions).map(({ at, message }) => [at, Number(/next\[(\d+)\]/.exec(message)?.[1])]);

describe('neverBranches', () => {
  it.each<[string, Condition[], [number, number][]]>([
    ['a longer time of the same kind', [{ silence: 3 }, { silence: 5 }], [[1, 0]]],
    ['the longer one also when it is tried first', [{ silence: 5 }, { silence: 3 }], [[0, 1]]],
    ['the later of two equal times', [{ held: 5 }, { held: 5 }], [[1, 0]]],
    ['muted', [{ muted: 5 }, { muted: 6 }], [[1, 0]]],
    ['speaking', [{ speaking: 5 }, { speaking: 6 }], [[1, 0]]],
    ['what takes longer than the turn', [{ silence: 5 }, { after: 3 }], [[0, 1]]],
    ['speech that takes longer than the turn', [{ speech: 5 }, { after: 3 }], [[0, 1]]],
    ['speech that takes as long as the turn, after it', [{ after: 5 }, { speech: 5 }], [[1, 0]]],
    ['more speech, tried later', [{ speech: 2 }, { speech: 5 }], [[1, 0]]],
    ['as much speech, tried later', [{ speech: 2 }, { speech: 2 }], [[1, 0]]],
    ['the same key', [{ tone: '1' }, { tone: '1' }], [[1, 0]]],
    ['a second end of the line', [{ said: true }, { said: true }], [[1, 0]]],
    ['a second end of hold', [{ resumed: true }, { resumed: true }], [[1, 0]]],
    ['a code after any code', [{ codeChosen: 'any' }, { codeChosen: ['4'] }], [[1, 0]]],
    ['any code after any code', [{ codeChosen: 'any' }, { codeChosen: 'any' }], [[1, 0]]],
    [
      'codes that are all there already',
      [{ codeChosen: ['10.', '4'] }, { codeChosen: ['10. Promise', '4'] }],
      [[1, 0]],
    ],
  ])('finds %s', (_, conditions, expected) => {
    expect(never(...conditions)).toEqual(expected);
  });

  it.each<[string, Condition[]]>([
    ['more speech, tried first', [{ speech: 5 }, { speech: 2 }]],
    ['different kinds', [{ silence: 3 }, { held: 5 }, { speaking: 9 }, { muted: 9 }]],
    ['speech beside a shorter speaking', [{ speaking: 2 }, { speech: 5 }]],
    ['what is shorter than the turn', [{ silence: 2 }, { held: 2 }, { after: 3 }]],
    ['what takes as long as the turn and is tried before', [{ silence: 3 }, { after: 3 }]],
    ['a key and a line beside a short turn', [{ after: 1 }, { tone: '1' }, { said: true }, { resumed: true }]],
    ['a code beside a short turn', [{ after: 1 }, { codeChosen: ['4'] }]],
    ['another key', [{ tone: '1' }, { tone: '2' }]],
    ['the end of the line and of hold', [{ said: true }, { resumed: true }]],
    ['any code after a code', [{ codeChosen: ['4'] }, { codeChosen: 'any' }]],
    ['codes of which one is new', [{ codeChosen: ['10.'] }, { codeChosen: ['10. Promise', '4'] }]],
  ])('leaves %s', (_, conditions) => {
    expect(never(...conditions)).toEqual([]);
  });

  it('says both conditions as they are written', () => {
    expect(neverBranches([{ codeChosen: ['10.', '4'] }, { codeChosen: ['4'] }])).toEqual([
      { at: 1, message: '"codeChosen: 4" never decides: "codeChosen: 10., 4" (next[0]) always comes first' },
    ]);
  });
});
