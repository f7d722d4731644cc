import type { TokenReader } from './tokens-for';

declare const ngDevMode: unknown;

let asked = false;

/** Says once, in development, that the page has no theme of Material 3, and what to add. */
export function askForTheme(read: TokenReader, part: Element): void {
  if (typeof ngDevMode !== 'undefined' && !ngDevMode) return;
  if (asked || read('--mat-sys-surface') !== '') return;
  asked = true;
  console.warn(
    `mediatel-lib: there is no Material 3 theme at <${part.localName}> (--mat-sys-surface is not set), so it shows ` +
      'colours and type of its own. For yours, add to styles.scss: ' +
      "@use '@angular/material' as mat; html { @include mat.theme((color: mat.$azure-palette, typography: Roboto, density: 0)); } " +
      "or to `styles` in angular.json: '@angular/material/prebuilt-themes/azure-blue.css'. " +
      'Beside a Material 2 theme both work too.',
  );
}
