import { deepestLevel, nestedTooDeeply } from './nesting';
import { readScenario } from './read-scenario';

/** The first problem of a text, as `line:column field: message`. */
function firstProblem(text: string): string {
  const read = readScenario(text);
  if (read.ok) throw new Error('there is no problem');
  const [problem] = read.problems;
  return problem ? `${problem.line}:${problem.column} ${problem.path}: ${problem.message}` : '';
}

const lists = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('a scenario that is nested', () => {
  it('as deeply as allowed is read', () => {
    // The field is the first level.
    expect(nestedTooDeeply(`calls: ${lists(deepestLevel - 1)}`)).toBeNull();
    expect(firstProblem(`calls: ${lists(deepestLevel - 1)}`)).toMatch(/field is missing$/);
  });

  it('one level deeper is not: where, and in which field', () => {
    expect(firstProblem(`id: x\ncalls: ${lists(deepestLevel)}`)).toBe(
      `2:${8 + deepestLevel - 1} calls: lists and fields may be nested ${deepestLevel} levels deep`,
    );
  });

  it.each([
    ['lists', lists(3000)],
    ['lists that do not end', '['.repeat(3000)],
    ['fields', `${'{a: '.repeat(3000)}1${'}'.repeat(3000)}`],
    ['lists in lines', `${'- '.repeat(3000)}x`],
    ['names of fields', `${'? '.repeat(3000)}x`],
    ['60,000 lists', lists(30_000)],
  ])('3,000 levels deep has this problem alone: %s', (_, text) => {
    const read = readScenario(`calls:\n  ${text}\n`);
    expect(read).toMatchObject({
      problems: [{ line: 2, path: 'calls', message: `lists and fields may be nested ${deepestLevel} levels deep` }],
    });
  });

  it('in two places is told of at the first', () => {
    expect(firstProblem(`a: ${lists(40)}\nb: ${lists(50)}`)).toMatch(/^1:\d+ a: /);
  });
});
