import { askForTheme } from './ask-for-theme';
import { type Scheme, schemeAt } from './color-scheme';
import { overlaySurfaces } from './overlay-surfaces';
import { plainControls } from './plain-controls';
import { familyAt, readerOf, rootSize } from './page-reader';
import { textScale } from './text-scale';
import { tokensFor } from './tokens-for';

const root = (name: string): string => `:where(.mediatel-${name}:not(.mediatel-part *, .mediatel-overlay *))`;

/** Milliseconds from a change of the page to the next look. */
const pause = 50;

/**
 * Completes the page's theme at the parts and their overlays, and follows the page when it changes its theme.
 *
 * One style sheet for all parts. It is adopted, so it comes after the page's sheets; its selectors have next to no
 * specificity, so each rule of a class or of a component wins.
 */
export class ThemeWatch {
  readonly #sheet = new CSSStyleSheet();
  readonly #parts = new Set<HTMLElement>();
  readonly #changes = new MutationObserver(() => this.#later());
  #scheme: Scheme | null = null;
  #text = '';
  #isDue = false;

  constructor() {
    document.adoptedStyleSheets.push(this.#sheet);
    this.#changes.observe(document.head, { childList: true, characterData: true, subtree: true });
    // Of a style sheet that comes later, and of a colour that changes slowly.
    for (const event of ['load', 'transitionend'] as const)
      document.addEventListener(
        event,
        ({ target }) => {
          if (target instanceof HTMLLinkElement || target === document.body || target === document.documentElement)
            this.#later();
        },
        { capture: true, passive: true },
      );
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#later());
  }

  add(part: HTMLElement): void {
    this.#parts.add(part);
    const place = part.getRootNode();
    if (place instanceof ShadowRoot && !place.adoptedStyleSheets.includes(this.#sheet))
      place.adoptedStyleSheets.push(this.#sheet);
    // A theme is chosen by an attribute of the page or of anything around the part.
    for (let around = part.parentElement; around; around = around.parentElement)
      this.#changes.observe(around, { attributes: true });
    this.#look();
  }

  remove(part: HTMLElement): void {
    this.#parts.delete(part);
  }

  #later(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      this.#look();
    }, pause);
  }

  /** The parts of a page are assumed to share one theme: that of the desk, or of the first part where there is no desk. */
  #look(): void {
    const parts = [...this.#parts];
    const part = parts.find(({ localName }) => localName === 'mediatel-desk') ?? parts[0];
    if (!part?.isConnected) return;
    const place = around(part);
    const read = readerOf(place);
    askForTheme(read, part);
    const { part: scheme, overlays } = schemeAt(part, place, this.#scheme);
    this.#scheme = scheme;
    const family = familyAt(place);
    const scale = textScale(read, rootSize());
    const page = readerOf(document.body);
    const text = [
      rule(root('part'), scheme, tokensFor(read, { family, scale })),
      rule(root('overlay'), overlays, tokensFor(page, { family, scale, inherited: read })),
      // Also of a select, whose panel is in the page beside its field.
      rule(':where(.mediatel-overlay)', null, overlaySurfaces(page)),
      plainControls,
    ].join('\n');
    if (text === this.#text) return;
    this.#text = text;
    this.#sheet.replaceSync(text);
  }
}

const around = (part: HTMLElement): Element => {
  const place = part.parentElement ?? part.getRootNode();
  if (place instanceof ShadowRoot) return place.host;
  return place instanceof Element ? place : document.documentElement;
};

function rule(selector: string, scheme: string | null, tokens: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tokens).map(([name, value]) => `${name}:${value}`);
  if (scheme !== null) lines.unshift(`color-scheme:${scheme}`);
  return `${selector}{${lines.join(';')}}`;
}
