import type { Page } from '@playwright/test';
import type { Room } from './windows';

/** What is wrong with the places on the desks of the gallery, and where each desk's primary action is. */
export interface Geometry {
  readonly faults: readonly string[];
  /** By the scene: left, top, width and height of the primary action in its desk, in pixels. */
  readonly slots: Readonly<Record<string, string>>;
}

/** Puts each desk of the gallery into a room of its own, as the demo app's shell does. */
export async function placeDesks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      figure { position: relative; inline-size: var(--room-width); block-size: var(--room-height); overflow-y: auto; }
      figure.wide { position: absolute; inset-inline-start: -9999px; }
      figcaption { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
      app-desk-specimen { display: block; block-size: 100%; }
      mediatel-desk { --mediatel-desk-height: 100%; --mediatel-desk-max-width: 100%; }
    `);
    document.adoptedStyleSheets.push(sheet);
  });
}

/**
 * Gives all desks a room and a size of text, and looks for faults: what overlaps, what is cut, what scrolls sideways, and
 * controls that are not to be seen. Text may be cut with an ellipsis if its element has a title.
 *
 * One pixel is within tolerance: browsers round the boxes of letters.
 */
export function geometryIn(page: Page, room: Room, text: number): Promise<Geometry> {
  return page.evaluate(measure, { ...room, text });
}

/** Runs in the page. Everything is laid out at once, so there is nothing to wait for. */
function measure({ width, height, text }: Room & { readonly text: number }): Geometry {
  const root = document.documentElement.style;
  root.setProperty('--room-width', `${width}px`);
  root.setProperty('--room-height', `${height}px`);
  root.fontSize = `${16 * text}px`;
  const faults = new Set<string>();
  const slots: Record<string, string> = {};
  const tolerance = 1;

  interface Clip {
    readonly box: DOMRect;
    readonly name: string;
    /** Whether what is outside can be scrolled to, downwards. */
    readonly scrolls: boolean;
  }

  const nameOf = (element: Element): string =>
    `${element.localName}.${element.className.toString().split(' ')[0] ?? ''} “${(element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 24)}”`;
  const isOutside = (inner: DOMRect, outer: DOMRect): boolean =>
    inner.left < outer.left - tolerance || inner.right > outer.right + tolerance;
  const isAboveOrBelow = (inner: DOMRect, outer: DOMRect): boolean =>
    inner.top < outer.top - tolerance || inner.bottom > outer.bottom + tolerance;
  const doOverlap = (one: DOMRect, other: DOMRect): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > tolerance &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > tolerance;

  /** The line of letters. What a font needs beyond the line's height is for accents, which a line of its own does not have. */
  const lineOf = (letters: DOMRect, { lineHeight }: CSSStyleDeclaration): DOMRect => {
    const beyond = Math.max(0, letters.height - (parseFloat(lineHeight) || letters.height)) / 2;
    return new DOMRect(letters.x, letters.y + beyond, letters.width, letters.height - 2 * beyond);
  };

  const walk = (element: HTMLElement, clips: readonly Clip[], say: (fault: string) => void): void => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath !== 'none') return;
    const box = element.getBoundingClientRect();
    let around = clips;
    const mayBeCut = element.closest('[title]:not([title=""])') !== null;
    const isShortened = mayBeCut && (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none');
    if (style.overflowX !== 'visible' && !isShortened) {
      const scrolls = /auto|scroll/.test(style.overflowY);
      // What is in a part that scrolls can be scrolled into all that is around it.
      const outer = scrolls ? clips.map((clip) => ({ ...clip, scrolls })) : clips;
      around = [...outer, { box, name: nameOf(element), scrolls }];
      if (element.scrollWidth > element.clientWidth + tolerance && /auto|scroll|hidden/.test(style.overflowX))
        say(`${nameOf(element)} is wider than its room`);
    }
    if (isShortened) around = [];
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rectangle of range.getClientRects()) {
        const letters = lineOf(rectangle, style);
        if (style.display !== 'inline' && !isShortened && isOutside(letters, box))
          say(`text leaves ${nameOf(element)}`);
        for (const clip of around)
          if (isOutside(letters, clip.box) || (!clip.scrolls && isAboveOrBelow(letters, clip.box)))
            say(`${nameOf(element)} is cut by ${clip.name}`);
      }
    }
    const children = [...element.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
    if (/flex|grid/.test(style.display)) {
      const inFlow = children.filter((child) => {
        const { position, visibility, display } = getComputedStyle(child);
        return !/absolute|fixed|sticky/.test(position) && visibility !== 'hidden' && display !== 'none';
      });
      inFlow.forEach((child, at) => {
        for (const other of inFlow.slice(at + 1))
          if (doOverlap(child.getBoundingClientRect(), other.getBoundingClientRect()))
            say(`${nameOf(child)} overlaps ${nameOf(other)}`);
      });
    }
    for (const child of children) walk(child, around, say);
  };

  for (const figure of document.querySelectorAll('figure')) {
    const desk = figure.querySelector<HTMLElement>('mediatel-desk');
    if (desk === null || figure.matches('.wide') || !desk.checkVisibility()) continue;
    const scene = figure.querySelector('figcaption')?.textContent.trim() ?? '';
    const say = (fault: string): void => void faults.add(`${scene}: ${fault}`);
    const seen = figure.getBoundingClientRect();
    walk(desk, [{ box: seen, name: 'the window', scrolls: true }], say);
    if (Math.abs(desk.getBoundingClientRect().width - figure.clientWidth) > tolerance) say('does not fill its room');

    const body = desk.querySelector('.body')?.getBoundingClientRect() ?? seen;
    for (const control of desk.querySelectorAll('mediatel-call-controls button')) {
      const box = control.getBoundingClientRect();
      if (isOutside(box, body) || isAboveOrBelow(box, body)) say(`${nameOf(control)} is out of view`);
    }
    const key = desk.querySelector('mediatel-keypad button')?.getBoundingClientRect();
    const below = desk.querySelector('mediatel-call-controls')?.getBoundingClientRect().top ?? body.bottom;
    if (key !== undefined && below - body.top < key.height) say('no key is ever seen whole');
    for (const button of desk.querySelectorAll('button')) {
      const { width: across, height: down } = button.getBoundingClientRect();
      // The target of Details is larger than its text.
      const isSmall = across < 24 || down < 24;
      if (isSmall && button.checkVisibility() && !button.matches('.unfold')) say(`${nameOf(button)} is too small`);
    }
    // A second half of the button belongs to it.
    const action = desk.querySelector('mediatel-primary-action');
    if (action !== null) {
      const box = action.getBoundingClientRect();
      if (isOutside(box, seen) || isAboveOrBelow(box, seen)) say('the primary action is out of view');
      slots[scene] = [box.left - seen.left, box.top - seen.top, box.width, box.height]
        .map((pixels) => pixels.toFixed(2))
        .join(' ');
    }
  }
  return { faults: [...faults], slots };
}

/** The keys of the keypads, in the same room, that can't be seen without scrolling. */
export function hiddenKeys(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('figure:not(.wide) mediatel-keypad button')].flatMap((key) => {
      const body = key.closest('.body')?.getBoundingClientRect();
      const controls = key.closest('.body')?.querySelector('mediatel-call-controls')?.getBoundingClientRect();
      const { top, bottom } = key.getBoundingClientRect();
      const lowest = controls?.top ?? body?.bottom ?? 0;
      if (body !== undefined && top >= body.top - 1 && bottom <= lowest + 1) return [];
      return [`${key.closest('figure')?.querySelector('figcaption')?.textContent}: ${key.getAttribute('aria-label')}`];
    }),
  );
}
