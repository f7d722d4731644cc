import { buildNameIn, ownBuildName } from './build-name';

const entry = (main: string, styles: string): string => `
  <head><link rel="icon" href="favicon.svg"/><link rel="stylesheet" href="styles-${styles}.css" nonce="x"></head>
  <body><link rel="modulepreload" href="chunk-DprG_vy-.js" nonce="x"><script src="main-${main}.js" type="module"></script></body>`;

it('is the same for the page and for its text, in any order', () => {
  const page = document.implementation.createHTMLDocument();
  page.documentElement.innerHTML = entry('45S663K3', 'THQTGIQV');
  expect(ownBuildName(page)).toBe('45S663K3 THQTGIQV');
  expect(buildNameIn(entry('45S663K3', 'THQTGIQV'))).toBe(ownBuildName(page));
});

it.each([
  ['45S663K4', 'THQTGIQV'],
  ['45S663K3', 'THQTGIQW'],
])('differs if the program or the style does: %s %s', (main, styles) => {
  expect(buildNameIn(entry(main, styles))).not.toBe(buildNameIn(entry('45S663K3', 'THQTGIQV')));
});

it('is empty for a page without hashes, and for no page', () => {
  expect(buildNameIn('<script src="main.js" type="module"></script>')).toBe('');
  expect(buildNameIn('{"error":"no-app"}')).toBe('');
});
