import { Likeness } from './likeness.js';

describe('tests alike', () => {
  it('are run five times for a mutant; another path through its file is another test', () => {
    const likeness = new Likeness();
    let steps = 10;
    const runs = (id: string, ...met: string[]) =>
      Array.from({ length: 7 }, () => likeness.isWanted(id, 'a.ts', new Set(met), steps)).filter(Boolean).length;
    expect(runs('a.ts#0', 'a.ts#0', 'b.ts#0')).toBe(5);
    expect(runs('a.ts#0', 'b.ts#1', 'a.ts#0')).toBe(0);
    expect(runs('a.ts#0', 'a.ts#0', 'a.ts#1')).toBe(5);
    expect(runs('a.ts#1', 'a.ts#0', 'a.ts#1')).toBe(5);
    steps = 11;
    expect(runs('a.ts#0', 'a.ts#0', 'b.ts#0')).toBe(5);
  });
});
