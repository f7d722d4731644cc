import ts from 'typescript';

/** A name that a file imports. */
interface ImportedName {
  /** The name in the module. */
  readonly name: string;
  /** The name in the file. */
  readonly local: string;
}

/** What a file imports by name from a module. */
function importedFrom(file: ts.SourceFile, module: string): readonly ImportedName[] {
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    if (statement.moduleSpecifier.text !== module || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return bindings.elements.map(({ name, propertyName }) => ({
      name: (propertyName ?? name).text,
      local: name.text,
    }));
  });
}

/**
 * Whether a file calls what it imports from a module: `name(…)`, or with `member` `name.member(…)`.
 *
 * An import alone is not enough: types and tests import the same names.
 */
export function callsImported(file: ts.SourceFile, module: string, name: string, member?: string): boolean {
  const locals = importedFrom(file, module).filter((imported) => imported.name === name);
  if (locals.length === 0) return false;
  const isLocal = (node: ts.Node): boolean => ts.isIdentifier(node) && locals.some(({ local }) => local === node.text);
  const isCall = (node: ts.Node): boolean => {
    if (!ts.isCallExpression(node)) return false;
    if (member === undefined) return isLocal(node.expression);
    const { expression } = node;
    return (
      ts.isPropertyAccessExpression(expression) && isLocal(expression.expression) && expression.name.text === member
    );
  };
  const has = (node: ts.Node): boolean => isCall(node) || (ts.forEachChild(node, has) ?? false);
  return has(file);
}
