import { readFileSync } from 'node:fs';
import ts from 'typescript';

const path = 'projects/mediatel-lib/src/public-api.ts';
const door = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

/** The names in a file's export declarations; `*` if it exports everything of another file. */
function exportedNames(file: ts.SourceFile): string[] {
  const names: string[] = [];
  file.forEachChild((node) => {
    if (!ts.isExportDeclaration(node)) return;
    if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) names.push('*');
    else names.push(...node.exportClause.elements.map(({ name }) => name.text));
  });
  return names;
}

describe('the primary entry point', () => {
  it('exports only by name, so that a new export of a room stays in the room', () => {
    expect(exportedNames(door)).not.toContain('*');
  });

  it('exports at most a hundred names', () => {
    const names = exportedNames(door);
    expect(names.length).toBeGreaterThan(50);
    expect(names.length).toBeLessThanOrEqual(100);
    expect(new Set(names).size).toBe(names.length);
  });

  it('a star export fails this test', () => {
    const file = ts.createSourceFile('x.ts', "export * from './a';\nexport { b } from './c';", ts.ScriptTarget.Latest);
    expect(exportedNames(file)).toEqual(['*', 'b']);
  });
});
