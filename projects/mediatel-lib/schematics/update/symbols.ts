import ts from 'typescript';

/** A file and who in it means whom. */
export interface ResolvedFile {
  readonly file: ts.SourceFile;
  /** The identifiers that mean what `name` (of an import or an export) declares, without the declaration. */
  readonly usesOf: (name: ts.Identifier) => readonly ts.Identifier[];
  /** Whether any identifier of the file has this text. */
  readonly hasWord: (text: string) => boolean;
}

/**
 * Lets TypeScript resolve the names of one file: another variable of the same name in an inner scope is another one.
 *
 * Neither imports nor libraries are read, so it takes milliseconds.
 */
export function resolveFile(path: string, text: string): ResolvedFile {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const options: ts.CompilerOptions = { noResolve: true, noLib: true, target: ts.ScriptTarget.Latest, types: [] };
  const program = ts.createProgram([path], options, {
    getSourceFile: (name) => (name === path ? file : undefined),
    getDefaultLibFileName: () => '',
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => '/',
    getNewLine: () => '\n',
    fileExists: (name) => name === path,
    readFile: () => undefined,
    useCaseSensitiveFileNames: () => true,
    writeFile: () => undefined,
  });
  const checker = program.getTypeChecker();
  const words = new Map<string, ts.Identifier[]>();
  const collect = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.set(node.text, [...(words.get(node.text) ?? []), node]);
    node.forEachChild(collect);
  };
  collect(file);
  const meaning = (node: ts.Identifier): ts.Symbol | undefined => {
    const { parent } = node;
    if (ts.isShorthandPropertyAssignment(parent)) return checker.getShorthandAssignmentValueSymbol(parent);
    if (ts.isExportSpecifier(parent)) return checker.getExportSpecifierLocalTargetSymbol(parent);
    return checker.getSymbolAtLocation(node);
  };
  return {
    file,
    usesOf: (name) => {
      const symbol = checker.getSymbolAtLocation(name);
      const same = (words.get(name.text) ?? []).filter((node) => node !== name && meaning(node) === symbol);
      // `export { a as name }`: the second name is another module's business.
      return same.filter(({ parent }) => !(ts.isExportSpecifier(parent) && parent.propertyName !== undefined));
    },
    hasWord: (text_) => words.has(text_),
  };
}
