/** Shorter texts identify nobody, and words of the protocol contain them. */
const leastLength = 4;

/** A copy of plain data in which the given texts are replaced, in values and in names. */
export function hideTexts(value: unknown, texts: readonly string[]): unknown {
  const hidden = texts.filter((text) => text.length >= leastLength).toSorted((a, b) => b.length - a.length);
  const clean = (text: string): string => hidden.reduce((done, secret) => done.replaceAll(secret, '[redacted]'), text);
  const walk = (item: unknown): unknown => {
    if (typeof item === 'string') return clean(item);
    if (Array.isArray(item)) return item.map(walk);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [clean(key), walk(inner)]));
  };
  return walk(value);
}
