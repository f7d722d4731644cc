import { typescale } from './system-tokens';
import type { TokenReader } from './tokens-for';

/** Pixels below which the text of a part is too small to read. */
const smallest = 11;
/** Pixels of the text of a part, where the page's `rem` is a browser's usual one. */
const usual = 14;

/**
 * By how much text in rem must grow to be read; 1 if it is readable.
 *
 * Pages with `html { font-size: 62.5% }` take 1 rem for 10 px. Material's text has 0.875 rem, which is 8.75 px there.
 * @param rem Pixels of 1 rem.
 */
export function textScale(read: TokenReader, rem: number): number {
  const body = read('--mat-sys-body-medium');
  const size = body === '' ? typescale['body-medium']?.[1] : /([\d.]+)rem/.exec(body)?.[1];
  const pixels = Number(size) * rem;
  return pixels < smallest ? Math.round((usual / pixels) * 1000) / 1000 : 1;
}
