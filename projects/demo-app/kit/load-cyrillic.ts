/** Begins to load the typeface's Cyrillic letters, before the first of them is on the page. Browsers without the API do it then. */
export function loadCyrillic(document: Document): void {
  const fonts = document.fonts as FontFaceSet | undefined;
  void fonts?.load('1em Inter', 'Я').catch(() => undefined);
}
