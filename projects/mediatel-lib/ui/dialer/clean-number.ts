/** The longest number kept, in characters: E.164 has 15 digits, and a private exchange adds prefixes. */
const longest = 32;

/**
 * The dialable part of a text: digits, `*`, `#` and a leading `+`.
 *
 * Accepts pasted text: `tel:` links, brackets, dashes, invisible direction marks, full-width digits, words around the
 * number. Of several numbers it takes the longest, of equally long ones the first. Returns at most 32 characters.
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
