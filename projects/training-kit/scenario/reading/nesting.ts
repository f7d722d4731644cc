import { CST, Parser } from 'yaml';

/** Levels of lists and fields in a file. The scenarios of the training server need nine. */
export const deepestLevel = 32;

/** A place in a text that is nested too deeply, and the field of the file that it belongs to. */
interface TooDeep {
  readonly offset: number;
  readonly field: string;
}

interface Visit {
  readonly token: CST.Token | null | undefined;
  readonly depth: number;
  readonly field: string;
}

/**
 * The first list or fields below the deepest level; `null` if there are none. Not recursive, and asked before anything
 * that is: depth would overflow the stack, and a key that is nested itself takes minutes to read.
 */
export function nestedTooDeeply(text: string): TooDeep | null {
  let first: TooDeep | null = null;
  const open: Visit[] = [...new Parser().parse(text)].map((token) => ({ token, depth: 0, field: '' }));
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { token, depth, field } = visit;
    if (token?.type === 'document') open.push({ token: token.value, depth, field });
    if (!CST.isCollection(token)) continue;
    if (depth === deepestLevel) {
      if (first === null || token.offset < first.offset) first = { offset: token.offset, field };
      continue;
    }
    for (const { key, value } of token.items) {
      const below = depth === 0 && CST.isScalar(key) ? key.source : field;
      open.push({ token: key, depth: depth + 1, field: below }, { token: value, depth: depth + 1, field: below });
    }
  }
  return first;
}
