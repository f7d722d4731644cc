import ts from 'typescript';
import { isLibrary, newPlace } from './new-place';
import { type LibraryDeclaration, type Specifier, elementsOf, libraryDeclarations, rewritten } from './specifiers';
import { resolveFile } from './symbols';
import { type TextEdit, applyEdits } from './text-edit';

/** The text of a file with the names of 0.2. Only names that the file imports from mediatel-lib change. */
export function renameInFile(path: string, text: string): string {
  const resolved = resolveFile(path, text);
  const declarations = libraryDeclarations(resolved.file);
  const edits: TextEdit[] = importTypeEdits(resolved.file);
  const lines = new Map<LibraryDeclaration, Specifier[]>();
  for (const declaration of declarations) {
    const specifiers = elementsOf(declaration).map((element) =>
      rewritten(element, declaration.moduleSpecifier.text, resolved),
    );
    edits.push(...specifiers.flatMap((specifier) => specifier.edits));
    if (specifiers.length > 0) lines.set(declaration, specifiers);
    else edits.push(...namespaceEdits(declaration, resolved.usesOf));
  }
  return applyEdits(text, [...edits, ...declarationEdits(lines)]);
}

/** Declarations of one kind and one module become one: lint rules refuse two imports of a module. */
function declarationEdits(lines: ReadonlyMap<LibraryDeclaration, readonly Specifier[]>): readonly TextEdit[] {
  const groups = new Map<
    string,
    { readonly owner: LibraryDeclaration; readonly texts: string[]; readonly module: string }
  >();
  const keyOf = (declaration: LibraryDeclaration, module: string): string => `${opening(declaration)} ${module}`;
  // Those that stay where they are come first, so that a moved name joins them.
  for (const isMoved of [false, true]) {
    for (const [declaration, specifiers] of lines) {
      for (const { module, text } of specifiers) {
        if ((module !== declaration.moduleSpecifier.text) !== isMoved) continue;
        const key = keyOf(declaration, module);
        const group = groups.get(key) ?? { owner: declaration, texts: [], module };
        groups.set(key, group);
        if (!group.texts.includes(text)) group.texts.push(text);
      }
    }
  }
  return [...lines.keys()].flatMap((declaration): TextEdit[] => {
    const own = [...groups.values()].filter(({ owner }) => owner === declaration);
    const before = elementsOf(declaration).map((element) => element.getText());
    const [only] = own;
    const isSame =
      own.length === 1 && only!.module === declaration.moduleSpecifier.text && before.join() === only!.texts.join();
    if (isSame) return [];
    const quote = declaration.moduleSpecifier.getText().charAt(0);
    const end = declaration.getText().endsWith(';') ? ';' : '';
    const text = own
      .map(({ texts, module }) => `${opening(declaration)} ${braces(texts)} from ${quote}${module}${quote}${end}`)
      .join('\n');
    // A declaration that lost all its names takes its line with it.
    const gap = text === '' && /^\r?\n/.exec(declaration.getSourceFile().text.slice(declaration.getEnd()))?.[0];
    return [{ start: declaration.getStart(), end: declaration.getEnd() + (gap ? gap.length : 0), text }];
  });
}

/** What stands before the braces: `import`, `import type`, `export`, … The library has no default exports. */
function opening(declaration: LibraryDeclaration): string {
  if (ts.isImportDeclaration(declaration)) {
    return declaration.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'import type' : 'import';
  }
  return declaration.isTypeOnly ? 'export type' : 'export';
}

/** One line if the names are few, else one line for each name. */
function braces(texts: readonly string[]): string {
  const line = `{ ${texts.join(', ')} }`;
  return line.length <= 70 ? line : `{\n${texts.map((text) => `  ${text},\n`).join('')}}`;
}

/** `import * as phone from 'mediatel-lib'`: renames `phone.Call`. A name that moved needs an import by hand. */
function namespaceEdits(
  declaration: LibraryDeclaration,
  usesOf: (name: ts.Identifier) => readonly ts.Identifier[],
): readonly TextEdit[] {
  if (!ts.isImportDeclaration(declaration)) return [];
  const bindings = declaration.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamespaceImport(bindings)) return [];
  return usesOf(bindings.name).flatMap(({ parent }): TextEdit[] => {
    const member = ts.isPropertyAccessExpression(parent)
      ? parent.name
      : ts.isQualifiedName(parent)
        ? parent.right
        : null;
    if (member === null || !ts.isIdentifier(member)) return [];
    const now = newPlace(declaration.moduleSpecifier.text, member.text);
    return now.name === member.text ? [] : [{ start: member.getStart(), end: member.getEnd(), text: now.name }];
  });
}

/** Types by `import('mediatel-lib').Call`, and `import('mediatel-lib/desk').then((m) => m.CallPanel)`. */
function importTypeEdits(file: ts.SourceFile): TextEdit[] {
  const edits: TextEdit[] = [];
  const change = (module: ts.StringLiteralLike, name: ts.Identifier): void => {
    const now = newPlace(module.text, name.text);
    if (now.name !== name.text) edits.push({ start: name.getStart(), end: name.getEnd(), text: now.name });
    if (now.module === module.text) return;
    edits.push({ start: module.getStart() + 1, end: module.getEnd() - 1, text: now.module });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportTypeNode(node)) {
      const module = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : null;
      const name = node.qualifier;
      if (module !== null && ts.isStringLiteral(module) && isLibrary(module.text) && name && ts.isIdentifier(name)) {
        change(module, name);
      }
    }
    const lazy = lazyMember(node);
    if (lazy !== null) change(lazy.module, lazy.name);
    node.forEachChild(visit);
  };
  visit(file);
  return edits;
}

/** The module and the member of `import('…').then((m) => m.Name)`; `null` for everything else. */
function lazyMember(node: ts.Node): { readonly module: ts.StringLiteralLike; readonly name: ts.Identifier } | null {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression: source, name: method } = node.expression;
  const [callback] = node.arguments;
  if (method.text !== 'then' || !ts.isCallExpression(source) || callback === undefined) return null;
  const [module] = source.arguments;
  if (source.expression.kind !== ts.SyntaxKind.ImportKeyword || module === undefined) return null;
  if (!ts.isStringLiteralLike(module) || !isLibrary(module.text) || !ts.isArrowFunction(callback)) return null;
  const [parameter] = callback.parameters;
  const { body } = callback;
  if (!ts.isPropertyAccessExpression(body) || !ts.isIdentifier(body.name)) return null;
  return body.expression.getText() === parameter?.name.getText() ? { module, name: body.name } : null;
}
