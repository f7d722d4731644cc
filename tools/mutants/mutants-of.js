// All mutants of a source, in the order of the text.
import ts from 'typescript';
import { isApart, isOptional, otherTexts } from './mutations.js';

/**
 * @typedef {{ id: string, line: number, before: string, after: string, node: ts.Node, isRemoval: boolean }} Mutant
 */

/** @param {string} text */
const onOneLine = (text) => text.replace(/\s+/g, ' ');

/**
 * @param {string} file its path below the clone's top folder, with `/`
 * @param {string} source
 */
export function mutantsOf(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  /** @type {Mutant[]} */
  const mutants = [];
  /** @param {ts.Node} node @param {string} after @param {boolean} isRemoval */
  const add = (node, after, isRemoval) =>
    mutants.push({
      id: `${file}#${mutants.length}`,
      line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      before: onOneLine(node.getText()),
      after: onOneLine(after),
      node,
      isRemoval,
    });
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (isApart(node)) return;
    if (isOptional(node)) add(node, '', true);
    else if (node.parent) for (const text of otherTexts(node, source)) add(node, text, false);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { tree, mutants };
}
