import { isMap, isNode, isPair, isScalar, parseDocument, type Document, visit } from 'yaml';
import { deepestLevel, nestedTooDeeply } from './nesting';
import { mostProblems, writtenPath, type Fault, type Path, type ScenarioProblem } from './scenario-problem';

/** Longest file, in bytes of UTF-8. The server accepts no longer request either. */
const longestFileBytes = 64 * 1024;

/** How often values may be repeated by `*alias`: a few aliases of aliases would otherwise fill the memory. */
const maxAliasCount = 50;

const yamlOptions = { prettyErrors: false, logLevel: 'error', version: '1.2' } as const;

/** A YAML text as a value, with the places of its fields. */
export class YamlSource {
  readonly value: unknown;
  /** What keeps the text from being read; empty if it is good YAML. */
  readonly problems: readonly ScenarioProblem[];
  readonly #text: string;
  readonly #document: Document | null = null;

  constructor(text: string) {
    this.#text = text;
    if (new TextEncoder().encode(text).length > longestFileBytes) {
      this.problems = [this.#at(0, `the file is longer than ${longestFileBytes / 1024} kB`)];
      return;
    }
    const deep = nestedTooDeeply(text);
    if (deep) {
      const message = `lists and fields may be nested ${deepestLevel} levels deep`;
      this.problems = [{ ...this.#at(deep.offset, message), path: deep.field }];
      return;
    }
    try {
      // The parser compares each key with each: in a file of many keys that takes seconds.
      const document = parseDocument(text, { ...yamlOptions, uniqueKeys: false });
      const errors = document.errors.map(({ pos, message }) => ({ offset: pos[0], message: firstSentence(message) }));
      // What is no YAML at all has an error in each line, and each place costs a look at the text before it.
      this.problems = [...errors, ...repeatedKeys(document)]
        .sort((a, b) => a.offset - b.offset)
        .slice(0, mostProblems)
        .map(({ offset, message }) => this.#at(offset, message));
      if (this.problems.length > 0) return;
      this.value = document.toJS({ maxAliasCount });
      this.#document = document;
    } catch (error) {
      this.problems = [this.#at(0, unreadable(error))];
    }
  }

  /** The problem with its line and column. A field that is missing stands at the one that lacks it. */
  place({ path, message, ofName = false }: Fault): ScenarioProblem {
    for (let length = path.length; length >= 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length), ofName && length === path.length);
      if (offset !== null) return { ...this.#at(offset, message), path: writtenPath(path) };
    }
    return { ...this.#at(0, message), path: writtenPath(path) };
  }

  #offsetOf(path: Path, ofName: boolean): number | null {
    const document = this.#document;
    if (document === null) return null;
    if (ofName) {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
      const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && nameOf(item.key) === path.at(-1)) : null;
      return isNode(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
    }
    const node = path.length > 0 ? document.getIn(path, true) : document.contents;
    return isNode(node) ? (node.range?.[0] ?? null) : null;
  }

  #at(offset: number, message: string): ScenarioProblem {
    const before = this.#text.slice(0, offset);
    const lineBegin = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - lineBegin + 1, path: '', message };
  }
}

/** The second and each further key of one name. */
function repeatedKeys(document: Document): { readonly offset: number; readonly message: string }[] {
  const repeated: { offset: number; message: string }[] = [];
  visit(document, {
    Map: (_at, { items }) => {
      const names = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (names.has(key.value)) {
          repeated.push({ offset: key.range?.[0] ?? 0, message: 'this is no YAML: Map keys must be unique' });
        }
        names.add(key.value);
      }
    },
  });
  return repeated;
}

function nameOf(key: unknown): unknown {
  return isNode(key) && 'value' in key ? String(key.value) : key;
}

function unreadable(error: unknown): string {
  const [, unknown] = /^Unresolved alias .*: (.*)$/.exec(error instanceof Error ? error.message : '') ?? [];
  return unknown === undefined ? 'values are repeated by aliases (*name) too often' : `there is no anchor &${unknown}`;
}

function firstSentence(message: string): string {
  return `this is no YAML: ${message.split('\n', 1)[0] ?? message}`;
}
