import { type Change, InsertChange } from '@schematics/angular/utility/change';
import type ts from 'typescript';
import { listOf } from '../kit/metadata';

/** Adds an entry to the end of a list in metadata, or adds the list. The line breaks are those of its neighbours. */
export function listEntry(path: string, fields: ts.ObjectLiteralExpression, name: string, text: string): Change {
  const list = listOf(fields, name);
  if (list === null || list === 'other') {
    const [first] = fields.properties;
    if (first === undefined) return new InsertChange(path, fields.getEnd() - 1, ` ${name}: [${text}] `);
    return new InsertChange(path, first.getStart(), `${name}: [${text}],${gapBefore(first)}`);
  }
  const last = list.elements.at(-1);
  if (last === undefined) return new InsertChange(path, list.getEnd() - 1, text);
  return new InsertChange(path, last.getEnd(), `,${gapBefore(last)}${text}`);
}

/** What stands before a node: a line break and its indentation, else a space. */
function gapBefore(node: ts.Node): string {
  const [gap] = /\r?\n[^\S\n]*$/.exec(node.getFullText().slice(0, node.getLeadingTriviaWidth())) ?? [];
  return gap ?? ' ';
}
