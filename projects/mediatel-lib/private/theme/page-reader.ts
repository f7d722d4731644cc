import type { TokenReader } from './tokens-for';

/** Reads tokens at an element. */
export function readerOf(element: Element): TokenReader {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

/** Pixels of 1 rem. */
export const rootSize = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The page's font. A page that names none has the browser's serif font, which does not suit controls. */
export function familyAt(element: Element): string {
  const { fontFamily } = getComputedStyle(element);
  return /^("?times|serif)/i.test(fontFamily) ? 'system-ui, sans-serif' : fontFamily;
}
