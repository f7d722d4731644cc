import { type Rule, SchematicsException } from '@angular-devkit/schematics';
import { insertImport } from '@schematics/angular/utility/ast-utils';
import { type Change, InsertChange } from '@schematics/angular/utility/change';
import { applyChangesToFile } from '@schematics/angular/utility/standalone/util';
import type ts from 'typescript';
import { componentMetadata, decoratedClass, listOf } from '../kit/metadata';
import { parsed } from '../kit/source-files';
import { sessionProperty } from './snippet';

/** Adds what the desk's lines need to a standalone component: the import of `MediatelDesk`, and the session. */
export function addDeskToClass(path: string, name: string): Rule {
  return (tree) => {
    const file = parsed(tree, path);
    const declaration = decoratedClass(file, 'Component', name);
    const metadata = componentMetadata(file, 'Component', name);
    if (declaration === null || metadata === null) throw new SchematicsException(`${path} has no component ${name}.`);
    applyChangesToFile(tree, path, [imported(path, metadata), sessionMember(path, file, declaration)]);
    // One by one: each may add to the import that the one before it wrote.
    for (const [symbol, module] of [
      ['inject', '@angular/core'],
      ['AgentSession', 'mediatel-lib'],
      ['MediatelDesk', 'mediatel-lib/desk'],
    ] as const) {
      applyChangesToFile(tree, path, [insertImport(parsed(tree, path), path, symbol, module)]);
    }
  };
}

function imported(path: string, metadata: ts.ObjectLiteralExpression): Change {
  const list = listOf(metadata, 'imports');
  if (list === null || list === 'other') {
    const [first] = metadata.properties;
    const position = first?.getStart() ?? metadata.getEnd() - 1;
    const gap = first === undefined ? ' ' : first.getFullText().slice(0, first.getLeadingTriviaWidth());
    return new InsertChange(path, position, `imports: [MediatelDesk],${gap.includes('\n') ? gap : ' '}`);
  }
  const last = list.elements.at(-1);
  if (last === undefined) return new InsertChange(path, list.getEnd() - 1, 'MediatelDesk');
  const gap = last.getFullText().slice(0, last.getLeadingTriviaWidth());
  return new InsertChange(path, last.getEnd(), `,${gap.includes('\n') ? gap : ' '}MediatelDesk`);
}

function sessionMember(path: string, file: ts.SourceFile, declaration: ts.ClassDeclaration): Change {
  const member = `\n  protected readonly ${sessionProperty} = inject(AgentSession);`;
  const [first] = declaration.members;
  if (first !== undefined) return new InsertChange(path, first.getFullStart(), member);
  const hasLine = file.text.slice(declaration.members.pos, declaration.getEnd()).includes('\n');
  return new InsertChange(path, declaration.members.pos, hasLine ? member : `${member}\n`);
}
