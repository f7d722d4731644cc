// A source that contains all its mutants at once: `globalThis.__mutant(id)` chooses one at run time.
import ts from 'typescript';
import { mutantsOf } from './mutants-of.js';

/** @param {import('./mutants-of.js').Mutant} mutant */
const isChosen = ({ id }) => `globalThis.__mutant(${JSON.stringify(id)})`;

/** @param {string} file @param {string} source */
export function instrument(file, source) {
  const { tree, mutants } = mutantsOf(file, source);
  /** @type {Map<ts.Node, import('./mutants-of.js').Mutant[]>} */
  const at = Map.groupBy(mutants, ({ node }) => node);

  /** The node's text with its children's mutants. @param {ts.Node} node @returns {string} */
  const inside = (node) => {
    /** @type {ts.Node[]} */
    const children = [];
    ts.forEachChild(node, (child) => void children.push(child));
    let text = '';
    let end = node.getStart();
    for (const child of children.sort((a, b) => a.getStart() - b.getStart())) {
      text += source.slice(end, child.getStart()) + withMutants(child);
      end = child.end;
    }
    return text + source.slice(end, node.end);
  };

  /** @param {ts.Node} node @returns {string} */
  const withMutants = (node) => {
    const own = at.get(node) ?? [];
    const text = inside(node);
    if (own[0]?.isRemoval) return `{ if (!${isChosen(own[0])}) { ${text} } }`;
    if (own.length === 0) return text;
    return `(${own.map((mutant) => `${isChosen(mutant)} ? (${mutant.after}) : `).join('')}(${text}))`;
  };

  return source.slice(0, tree.getStart()) + withMutants(tree);
}
