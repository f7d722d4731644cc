import fc from 'fast-check';
import { isFull } from '../everyday';

/** The promised number; a tenth of it without `--full`. */
export const mutations = isFull ? 100_000 : 10_000;

/** Fixed, so that a failure can be repeated. */
const seed = 4475;

const scraps = fc.oneof(
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom('\r\n', '\r\n\r\n', '\0', '"', '<', '>', ';;', ',', '%00', '%', '\\', '\t', '\u2028', '\ufffe', '😀'),
  fc.constantFrom('-1', '0', '2147483648', '99999999999999999999', 'NaN', '1e999', '__proto__', 'constructor'),
  fc.nat(6000).map((length) => 'A'.repeat(length)),
);

type Change = (text: string) => string;

const at = (text: string, where: number): number => Math.floor(where * text.length);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fraction, fc.nat(40), scraps).map(([where, length, scrap]): Change => (text) => {
    const start = at(text, where);
    return text.slice(0, start) + scrap + text.slice(start + length);
  }),
  fc.tuple(fraction, fraction).map(
    ([from, to]): Change =>
      (text) =>
        text.slice(at(text, from), at(text, to)),
  ),
  fc.tuple(fraction, fraction).map(
    ([from, to]): Change =>
      (text) =>
        text + text.slice(at(text, from), at(text, to)),
  ),
  // A line is doubled, dropped, or moved to the end.
  fc.tuple(fraction, fc.constantFrom(0, 2, 9)).map(([where, times]): Change => (text) => {
    const lines = text.split('\r\n');
    const [line = ''] = lines.splice(Math.floor(where * lines.length), 1, '');
    return [...lines, ...Array.from({ length: times }, () => line)].join('\r\n');
  }),
  fc.constantFrom<Change>(
    (text) => text.toLowerCase(),
    (text) => text.replaceAll('\r\n', '\n'),
    (text) => text.replaceAll(' ', '\t'),
    (text) => text.replaceAll(':', ' :\r\n '),
  ),
);

/** Bytes. A frame that is too large ends its socket; another test covers that. */
const longest = 8000;

/** Texts made from valid ones by one to four changes, always the same ones. */
export function mutated(good: readonly string[], count: number): string[] {
  const grown = fc
    .tuple(fc.constantFrom(...good), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) => cut(changes.reduce((sum, one) => one(sum), text)));
  return fc.sample(grown, { numRuns: count, seed });
}

/** If a character is cut at the end, the rest is another character, which is fine. */
const cut = (text: string): string => Buffer.from(text).subarray(0, longest).toString();
