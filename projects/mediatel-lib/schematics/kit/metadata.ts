import ts from 'typescript';

/** The class of this name in a file; without a name the first class with the decorator. `null` if there is none. */
export function decoratedClass(file: ts.SourceFile, decorator: string, name?: string): ts.ClassDeclaration | null {
  return (
    file.statements
      .filter(ts.isClassDeclaration)
      .find(
        (declaration) =>
          (name === undefined || declaration.name?.text === name) && argumentOf(declaration, decorator) !== null,
      ) ?? null
  );
}

/** The object literal in a class's decorator, such as `@Component({ … })`; `null` if it has none. */
function argumentOf(declaration: ts.ClassDeclaration, decorator: string): ts.ObjectLiteralExpression | null {
  for (const { expression } of ts.getDecorators(declaration) ?? []) {
    if (!ts.isCallExpression(expression) || expression.expression.getText() !== decorator) continue;
    const [first] = expression.arguments;
    if (first !== undefined && ts.isObjectLiteralExpression(first)) return first;
  }
  return null;
}

/** The metadata of a decorated class of a file; `null` if the file has no such class. */
export function componentMetadata(
  file: ts.SourceFile,
  decorator: string,
  name?: string,
): ts.ObjectLiteralExpression | null {
  const declaration = decoratedClass(file, decorator, name);
  return declaration === null ? null : argumentOf(declaration, decorator);
}

/** The value of a field in metadata; `null` without the field. */
export function fieldOf(metadata: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  const field = metadata.properties.find((property) => property.name?.getText() === name);
  if (field === undefined) return null;
  return ts.isPropertyAssignment(field) ? field.initializer : ((field.name as ts.Expression | undefined) ?? null);
}

/** A field that should be a list: the list, `null` without the field, `other` if the field is something else. */
export function listOf(metadata: ts.ObjectLiteralExpression, name: string): ts.ArrayLiteralExpression | 'other' | null {
  const value = fieldOf(metadata, name);
  if (value === null) return null;
  return ts.isArrayLiteralExpression(value) ? value : 'other';
}

/** Whether a file exports a class of this name. */
export function declaresClass(file: ts.SourceFile, name: string): boolean {
  return file.statements.some(
    (statement) =>
      ts.isClassDeclaration(statement) &&
      statement.name?.text === name &&
      (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false),
  );
}
