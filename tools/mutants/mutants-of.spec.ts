import { mutantsOf } from './mutants-of.js';

const changes = (source: string) =>
  mutantsOf('a.ts', source).mutants.map(({ before, after, isRemoval }) =>
    isRemoval ? `${before} left out` : `${before} → ${after}`,
  );

describe('mutantsOf', () => {
  it.each<[string, string, readonly string[]]>([
    ['a comparison', 'const a = b === c;', ['b === c → b !== c']],
    ['a bound', 'const a = b < c;', ['b < c → b <= c', 'b < c → b >= c']],
    ['a condition', 'if (a === b) go();', ['a === b → true', 'a === b → false', 'go(); left out']],
    ['a choice', "const a = !b ? c : 'd';", ['!b → true', '!b → false', "'d' → ''"]],
    ['what two conditions do together', 'const a = b && c;', ['b && c → b || c']],
    ['a negation', 'const a = !b;', ['!b → b']],
    ['a value instead of none', 'const a = b ?? (c || d);', ['b ?? (c || d) → b && (c || d)', 'c || d → c && d']],
    ['operators that bind otherwise', 'const a = b || c && d;', ['b || c && d → b && (c && d)', 'c && d → c || d']],
    ['a truth', 'const a = true;', ['true → false']],
    ['a number', 'const a = 5_000;', ['5_000 → 5_000 + 1']],
    ['a text', "const a = 'b' + '';", ["'b' → ''", "'' → 'mutant'"]],
    ['a list', 'const a = [b];', ['[b] → []']],
    ['a method', 'const a = b.some(c);', ['b.some(c) → b.every(c)']],
    ['a call that changes nothing but the list', 'const a = b.filter(c).length;', ['b.filter(c) → b']],
    ['a statement', 'a = b;', ['a = b; left out']],
    ['a loop, which must end', 'while (a) b;', ['a → false', 'b; left out']],
  ])('changes %s', (_what, source, expected) => {
    expect(changes(source)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['types', "type A = 'b' | 1; interface C { d: true }"],
    ['imports', "import { a } from 'b'; export { c } from 'd';"],
    ['names', "const a = { 'b-c': d, 1: e };"],
    ['the words of an error', "const a = new Error('what is wrong');"],
    ['an optional chain, which ends as one', 'const a = b?.filter(c).length;'],
    ['decorators', "@A('b') class C {}"],
  ])('leaves %s alone', (_what, source) => {
    expect(changes(source)).toEqual([]);
  });

  it('returns the line, and identifies each mutant by file and place', () => {
    const { mutants } = mutantsOf('room/a.ts', '// why\n\na();\nb();\n');
    expect(mutants.map(({ id, line }) => [id, line])).toEqual([
      ['room/a.ts#0', 3],
      ['room/a.ts#1', 4],
    ]);
  });
});
