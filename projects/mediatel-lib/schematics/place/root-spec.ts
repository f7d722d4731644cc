import type { Rule, Tree } from '@angular-devkit/schematics';
import { insertImport } from '@schematics/angular/utility/ast-utils';
import { applyChangesToFile } from '@schematics/angular/utility/standalone/util';
import ts from 'typescript';
import { listOf } from '../kit/metadata';
import type { Notes } from '../kit/notes';
import { relativeImport } from '../kit/relative-import';
import { parsed } from '../kit/source-files';
import { listEntry } from './list-entry';

const account = "account: () => Promise.reject(new Error('No test signs in.'))";

/**
 * Adds the library to the tests of the root component, which injects the session now. Without it they would fail.
 *
 * `phoneDesk`: the file of the component with the desk, if the tests have to import it too.
 */
export function addToSpec(component: string, phoneDesk: string | null, notes: Notes): Rule {
  return (tree) => {
    const path = component.replace(/\.ts$/, '.spec.ts');
    if (!tree.exists(path)) return;
    const text = tree.readText(path);
    // A store in the test takes the place of `withStore()`.
    const store = text.includes('@ngrx/store') ? '' : ', withStore()';
    const provider = `provideMediatel({ ${account} }${store})`;
    const modules = testingModules(parsed(tree, path));
    if (modules.length === 0) return;
    if (modules.some((fields) => listOf(fields, 'providers') === 'other' || listOf(fields, 'imports') === 'other')) {
      notes.leave(`The tests of ${path} set up lists that are not in the file`, `They need the provider ${provider}`);
      return;
    }
    const changes = modules.flatMap((fields) => [
      listEntry(path, fields, 'providers', provider),
      ...(phoneDesk === null ? [] : [listEntry(path, fields, 'imports', 'PhoneDesk')]),
    ]);
    applyChangesToFile(tree, path, changes);
    importInto(tree, path, 'provideMediatel', 'mediatel-lib');
    if (store !== '') importInto(tree, path, 'withStore', 'mediatel-lib');
    if (phoneDesk !== null) importInto(tree, path, 'PhoneDesk', relativeImport(path, phoneDesk));
    notes.did(`${path}: the library for the tests of the root component`);
  };
}

function importInto(tree: Tree, path: string, symbol: string, module: string): void {
  applyChangesToFile(tree, path, [insertImport(parsed(tree, path), path, symbol, module)]);
}

/** The objects that a file gives to `TestBed.configureTestingModule`. */
function testingModules(file: ts.SourceFile): readonly ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'TestBed.configureTestingModule') {
      const [fields] = node.arguments;
      if (fields !== undefined && ts.isObjectLiteralExpression(fields)) found.push(fields);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}
