import { type Rule, SchematicsException } from '@angular-devkit/schematics';
import { insertImport } from '@schematics/angular/utility/ast-utils';
import { type Change, InsertChange } from '@schematics/angular/utility/change';
import { applyChangesToFile } from '@schematics/angular/utility/standalone/util';
import type ts from 'typescript';
import { componentMetadata, decoratedClass } from '../kit/metadata';
import { parsed } from '../kit/source-files';
import { listEntry } from './list-entry';
import { sessionProperty } from './snippet';

/** Adds what the desk's lines need to a standalone component: the import of `MediatelDesk`, and the session. */
export function addDeskToClass(path: string, name: string): Rule {
  return (tree) => {
    const file = parsed(tree, path);
    const declaration = decoratedClass(file, 'Component', name);
    const metadata = componentMetadata(file, 'Component', name);
    if (declaration === null || metadata === null) throw new SchematicsException(`${path} has no component ${name}.`);
    applyChangesToFile(tree, path, [
      listEntry(path, metadata, 'imports', 'MediatelDesk'),
      sessionMember(path, file, declaration),
    ]);
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

function sessionMember(path: string, file: ts.SourceFile, declaration: ts.ClassDeclaration): Change {
  const member = `\n  protected readonly ${sessionProperty} = inject(AgentSession);`;
  const [first] = declaration.members;
  if (first !== undefined) return new InsertChange(path, first.getFullStart(), member);
  const hasLine = file.text.slice(declaration.members.pos, declaration.getEnd()).includes('\n');
  return new InsertChange(path, declaration.members.pos, hasLine ? member : `${member}\n`);
}
