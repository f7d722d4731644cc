import { countsOf, lineOf, rowOf } from './summary.js';

const tried = ['killed', 'killed', 'timedOut', 'survived', 'unmet'].map((outcome) => ({
  file: 'a.ts',
  line: 7,
  before: 'a && b',
  after: 'a || b',
  outcome,
}));

describe('summary', () => {
  it('counts mutants that no test noticed or executed as survived', () => {
    expect(countsOf(tried)).toEqual({ mutants: 5, killed: 2, timedOut: 1, survived: 2, score: 60 });
    expect(rowOf('a.ts', tried)).toBe(' 60 %     5 mutants     2 killed    1 timed out    2 survived  a.ts');
  });

  it('says where a survivor is and what it changes', () => {
    expect(lineOf(tried[3]!)).toBe('  a.ts:7  a && b  → a || b');
    expect(lineOf(tried[4]!)).toBe('  a.ts:7  a && b  → a || b  (no test comes by)');
    expect(lineOf({ ...tried[3]!, before: 'go();', after: '' })).toBe('  a.ts:7  go();  left out');
  });
});
