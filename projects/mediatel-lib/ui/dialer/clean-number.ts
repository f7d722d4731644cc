/** The longest number kept: E.164 has 15 digits, prefixes of a private exchange come on top. */
const longest = 32;

/**
 * The dialable part of a text: digits, `*`, `#` and a leading `+`.
 *
 * Takes what people paste: `tel:` links, brackets, dashes, invisible marks of direction, full-width digits, words around the
 * number, several numbers (the longest is taken, the first of equals).
 */
export function cleanNumber(text: string): string {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const candidates = plain.match(/\+?\s*[\d*#(][\d*#\s().\-‐-―·]*/g) ?? [];
  const cleaned = candidates.map((candidate) => {
    const digits = candidate.replace(/[^\d*#]/g, '');
    return candidate.startsWith('+') && digits !== '' ? `+${digits}` : digits;
  });
  const best = cleaned.reduce(
    (longestYet, candidate) => (candidate.length > longestYet.length ? candidate : longestYet),
    '',
  );
  return best === '' && plain.trim() === '+' ? '+' : best.slice(0, longest);
}
