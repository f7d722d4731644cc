import ts from 'typescript';
import { isLibrary, newPlace } from './new-place';
import type { ResolvedFile } from './symbols';
import type { TextEdit } from './text-edit';

/** A declaration `import { … } from 'mediatel-lib…'` or `export { … } from 'mediatel-lib…'`. */
export type LibraryDeclaration = (ts.ImportDeclaration | ts.ExportDeclaration) & {
  readonly moduleSpecifier: ts.StringLiteral;
};

/** A name in a declaration, as it should be written. */
export interface Specifier {
  /** The entry point from which it comes now. */
  readonly module: string;
  /** Such as `MediatelCall`, `type MediatelCall` or `MediatelCall as Call`. */
  readonly text: string;
}

/** The declarations of a file that name something of the library. */
export function libraryDeclarations(file: ts.SourceFile): readonly LibraryDeclaration[] {
  return file.statements.filter(
    (statement): statement is LibraryDeclaration =>
      (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) &&
      statement.moduleSpecifier !== undefined &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      isLibrary(statement.moduleSpecifier.text),
  );
}

/** The names in a declaration's braces; none for `* as x` and `export *`. */
export function elementsOf(declaration: LibraryDeclaration): readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] {
  const named = ts.isImportDeclaration(declaration)
    ? declaration.importClause?.namedBindings
    : declaration.exportClause;
  return named !== undefined && (ts.isNamedImports(named) || ts.isNamedExports(named)) ? [...named.elements] : [];
}

/**
 * How a name of a declaration is written now, and the edits of its uses.
 *
 * An alias stays. A name without one is renamed in the file too, unless the file has the new name for something else:
 * then the old one becomes an alias. What a file exports keeps its name for those who import it.
 */
export function rewritten(
  specifier: ts.ImportSpecifier | ts.ExportSpecifier,
  module: string,
  resolved: ResolvedFile,
): Specifier & { readonly edits: readonly TextEdit[] } {
  const { name, propertyName, isTypeOnly } = specifier;
  const old = (propertyName ?? name).text;
  const now = newPlace(module, old);
  const type = isTypeOnly ? 'type ' : '';
  const write = (text: string): Specifier => ({ module: now.module, text: `${type}${text}` });
  if (propertyName !== undefined || now.name === old) {
    const alias = propertyName === undefined || name.text === now.name ? '' : ` as ${name.text}`;
    return { ...write(`${now.name}${alias}`), edits: [] };
  }
  if (ts.isExportSpecifier(specifier) || resolved.hasWord(now.name)) {
    return { ...write(`${now.name} as ${old}`), edits: [] };
  }
  const edits = resolved.usesOf(name as ts.Identifier).map((use): TextEdit => {
    const { parent } = use;
    if (ts.isShorthandPropertyAssignment(parent)) return edit(use, `${old}: ${now.name}`);
    if (ts.isExportSpecifier(parent)) return edit(use, `${now.name} as ${old}`);
    return edit(use, now.name);
  });
  return { ...write(now.name), edits };
}

const edit = (node: ts.Node, text: string): TextEdit => ({ start: node.getStart(), end: node.getEnd(), text });
