import { plainName } from './plain-text';

/** The pauses that an operator's desk offers now, by name, in Mediatel's order. A board gets them on demand only. */
export interface OperatorPauses {
  /** The names, each once. */
  readonly names: readonly string[];
  /** Whether all pauses are there. False if there are too many, or if names are too long. */
  readonly complete: boolean;
}

/** Most pauses in one answer. */
const mostPauses = 200;
/** Longest name in characters, as in a request for a pause. */
const longestName = 200;
/** Most characters of all names together. In any script they fit into one message to the hub (16 kB). */
const mostCharacters = 4_000;

/** The pauses as a tab publishes them: without repetitions, and within the limits of the hub. */
export function operatorPauses(all: readonly string[]): OperatorPauses {
  const names: string[] = [];
  // Half a character would take six bytes in JSON.
  const shown = all.map((name) =>
    plainName(name)
      .replace(/\p{Cs}/gu, '')
      .trim(),
  );
  const left = new Set(shown.filter((name) => name !== ''));
  let characters = 0;
  for (const name of left) {
    const fits = name.length <= longestName && names.length < mostPauses && characters + name.length <= mostCharacters;
    if (!fits) continue;
    names.push(name);
    characters += name.length;
  }
  return { names, complete: names.length === left.size };
}

/** Decodes a tab's answer; `null` if it is not valid, or beyond the limits. */
export function decodeOperatorPauses(value: unknown): OperatorPauses | null {
  if (typeof value !== 'object' || value === null || !('names' in value) || !('complete' in value)) return null;
  const { names, complete } = value;
  if (!Array.isArray(names) || names.length > mostPauses || typeof complete !== 'boolean') return null;
  const texts: string[] = [];
  let characters = 0;
  for (const name of names as readonly unknown[]) {
    if (typeof name !== 'string' || name.length > longestName) return null;
    characters += name.length;
    texts.push(name);
  }
  if (characters > mostCharacters) return null;
  const known = operatorPauses(texts);
  return { names: known.names, complete: complete && known.complete };
}
