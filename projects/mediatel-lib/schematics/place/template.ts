import { type Rule, type Tree, SchematicsException } from '@angular-devkit/schematics';
import { getEOL } from '@schematics/angular/utility/eol';
import { posix } from 'node:path';
import ts from 'typescript';
import { componentMetadata, fieldOf } from '../kit/metadata';
import { parsed } from '../kit/source-files';

/** Where a component's template is: a file, or a literal in the class's file. */
type Template =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly literal: ts.StringLiteralLike };

function templateOf(path: string, metadata: ts.ObjectLiteralExpression): Template | null {
  const url = fieldOf(metadata, 'templateUrl');
  if (url !== null && ts.isStringLiteralLike(url)) {
    return { kind: 'file', path: posix.join(posix.dirname(path), url.text) };
  }
  const literal = fieldOf(metadata, 'template');
  return literal !== null && ts.isStringLiteralLike(literal) ? { kind: 'inline', literal } : null;
}

/** Why nothing can be added to a component's template; `null` if it can. */
export function canAppend(tree: Tree, path: string, metadata: ts.ObjectLiteralExpression): string | null {
  const template = templateOf(path, metadata);
  if (template === null) return `The template of ${path} is neither a file nor a text of its own`;
  if (template.kind === 'file' && !tree.exists(template.path)) return `The template ${template.path} is not found`;
  return null;
}

/** Adds lines to the end of a component's template, in its file or in the class. `lines` ends with a line break. */
export function appendToTemplate(path: string, name: string, lines: string): Rule {
  return (tree) => {
    const metadata = componentMetadata(parsed(tree, path), 'Component', name);
    const template = metadata === null ? null : templateOf(path, metadata);
    if (template === null) throw new SchematicsException(`The template of ${name} in ${path} is not found.`);
    if (template.kind === 'file') {
      const text = tree.readText(template.path);
      const eol = getEOL(text);
      const isOpen = text !== '' && !text.endsWith('\n');
      tree.overwrite(template.path, `${text}${isOpen ? eol : ''}${lines.replaceAll('\n', eol)}`);
      return;
    }
    const { literal } = template;
    const edit = tree.beginUpdate(path);
    edit.remove(literal.getStart(), literal.getWidth());
    edit.insertLeft(literal.getStart(), inBackticks(literal, lines));
    tree.commitUpdate(edit);
  };
}

/** The template's literal with the lines at its end, one level deeper than the line on which it begins. */
function inBackticks(literal: ts.StringLiteralLike, lines: string): string {
  const file = literal.getSourceFile();
  const start = file.getPositionOfLineAndCharacter(file.getLineAndCharacterOfPosition(literal.getStart()).line, 0);
  const outer = /^\s*/.exec(file.text.slice(start))?.[0] ?? '';
  const inner = `${outer}  `;
  const present = ts.isNoSubstitutionTemplateLiteral(literal)
    ? literal.getText().slice(1, -1)
    : `\n${inner}${literal.text.replace(/[`\\]|\$(?=\{)/g, '\\$&')}`;
  const added = lines.trimEnd().replace(/^/gm, inner);
  return `\`${present.trimEnd()}\n${added}\n${outer}\``;
}
