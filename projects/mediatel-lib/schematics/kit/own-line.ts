import type { Rule } from '@angular-devkit/schematics';
import ts from 'typescript';
import { parsed } from './source-files';

/**
 * Puts a call that was added to the end of a list onto a line of its own, if the list's first element has one.
 *
 * `name` is what the call begins with, such as `provideMediatel`. Angular's utility adds it to the last line.
 */
export function onOwnLine(path: string, name: string): Rule {
  return (tree) => {
    const file = parsed(tree, path);
    const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isArrayLiteralExpression(node)) return;
      const [first] = node.elements;
      const [before, last] = node.elements.slice(-2);
      if (first === undefined || before === undefined || last === undefined || !last.getText().startsWith(name)) return;
      const [start, begin] = [lineOf(node.getStart()), lineOf(first.getStart())];
      if (begin === start || lineOf(before.getEnd()) !== lineOf(last.getStart())) return;
      const indent = ' '.repeat(file.getLineAndCharacterOfPosition(first.getStart()).character);
      const gap = file.text.slice(last.getFullStart(), last.getStart());
      const edit = tree.beginUpdate(path);
      edit.remove(last.getFullStart(), gap.length).insertLeft(last.getFullStart(), `\n${indent}`);
      tree.commitUpdate(edit);
    };
    visit(file);
  };
}
