import type { Page } from '@playwright/test';

/** The least contrasts of a theme (WCAG 2): of text, of large text, and of a field's edge. */
export interface LeastContrast {
  readonly text: number;
  readonly large: number;
  readonly edge: number;
}

/** What was measured on a page. */
export interface Contrasts {
  /** What is too pale: the scene, the element, its kind and its contrast. */
  readonly faults: readonly string[];
  /** Numbers of measured things, so that an empty page is no success. */
  readonly texts: number;
  readonly placeholders: number;
  readonly edges: number;
}

/**
 * Measures all visible texts, placeholders and edges of fields on the page, against what they are painted on.
 *
 * An edge is a field's border or, without one, its fill against what is around it. Disabled controls are left out, as in WCAG.
 * Hatched grounds count by their worst colour.
 */
export function contrastsOn(page: Page, least: LeastContrast): Promise<Contrasts> {
  return page.evaluate(measure, least);
}

/** Runs in the page. */
function measure(least: LeastContrast): Contrasts {
  type Rgb = readonly [number, number, number];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const faults = new Set<string>();
  const counts = { texts: 0, placeholders: 0, edges: 0 };

  /** A colour as red, green, blue and opacity: any notation that a browser computes. */
  const readings = new Map<string, readonly [number, number, number, number]>();
  const read = (colour: string): readonly [number, number, number, number] => {
    const known = readings.get(colour);
    if (known) return known;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const reading = [red, green, blue, alpha / 255] as const;
    readings.set(colour, reading);
    return reading;
  };
  const over = (under: Rgb, colour: string, opacity = 1): Rgb => {
    const [red, green, blue, alpha] = read(colour);
    const share = alpha * opacity;
    return [red, green, blue].map((channel, i) => channel * share + (under[i] ?? 0) * (1 - share)) as unknown as Rgb;
  };
  const luminance = (colour: Rgb): number => {
    const [r = 0, g = 0, b = 0] = colour.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: Rgb, other: Rgb): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const coloursIn = (value: string): readonly string[] =>
    value.match(/(?:rgba?|color|oklch|oklab|lab|lch)\([^()]*\)/g) ?? [];

  /** What is painted behind an element's text: more than one colour where a ground is hatched. */
  const grounds = new Map<Element, readonly Rgb[]>();
  const groundOf = (element: Element | null): readonly Rgb[] => {
    if (element === null) return [[255, 255, 255]];
    const known = grounds.get(element);
    if (known) return known;
    const { backgroundColor, backgroundImage, backgroundSize, opacity } = getComputedStyle(element);
    // The colours of a gradient, unless it is smaller than the element, such as a bar at its foot.
    const hatches = backgroundSize === 'auto' ? coloursIn(backgroundImage) : [];
    const ground = groundOf(element.parentElement).flatMap((under) => {
      const plain = over(under, backgroundColor, Number(opacity));
      return [plain, ...hatches.map((hatch) => over(plain, hatch, Number(opacity)))];
    });
    const different = [...new Map(ground.map((each) => [each.join(), each])).values()];
    grounds.set(element, different);
    return different;
  };
  const opacityOf = (element: Element | null): number =>
    element === null ? 1 : Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);

  const isDisabled = (element: Element): boolean =>
    element.closest(
      ':disabled, [disabled], [aria-disabled=true], .mdc-text-field--disabled, .mat-mdc-select-disabled, .mat-form-field-disabled',
    ) !== null;
  const isSeen = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false;
    for (let each: Element | null = element; each; each = each.parentElement)
      if (getComputedStyle(each).clipPath !== 'none') return false;
    return true;
  };
  const nameOf = (element: Element): string => {
    const scene = element.closest('figure')?.querySelector('figcaption')?.textContent?.trim();
    const host =
      element.closest('[class*=mediatel], mediatel-desk *, mediatel-board *')?.parentElement?.localName ?? '';
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 24);
    const own = `${host} ${element.localName}.${element.className.toString().split(' ')[0]} “${words}”`;
    return scene === undefined ? own : `${scene}: ${own}`;
  };
  const say = (kind: string, element: Element, value: number, wanted: number): void => {
    if (value < wanted - 0.005) faults.add(`${nameOf(element)}: ${kind} ${value.toFixed(2)} < ${wanted}`);
  };
  const worst = (colour: string, opacity: number, ground: readonly Rgb[]): number =>
    Math.min(...ground.map((under) => contrast(over(under, colour, opacity), under)));

  const textsOf = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  for (let node = textsOf.nextNode(); node; node = textsOf.nextNode()) {
    const element = node.parentElement;
    if (element === null || seen.has(element) || node.textContent?.trim() === '') continue;
    seen.add(element);
    if (/^(script|style|option|title)$/.test(element.localName) || isDisabled(element) || !isSeen(element)) continue;
    counts.texts += 1;
    const { color, fill, fontSize, fontWeight } = getComputedStyle(element);
    const pixels = parseFloat(fontSize);
    const isLarge = pixels >= 24 || (pixels >= 18.66 && Number(fontWeight) >= 700);
    const paint = element instanceof SVGElement ? fill : color;
    say('text', element, worst(paint, opacityOf(element), groundOf(element)), isLarge ? least.large : least.text);
  }

  for (const field of document.querySelectorAll<HTMLElement>('input, textarea, select, [role=combobox]')) {
    if (isDisabled(field) || !isSeen(field) || field.matches('[type=hidden], [type=file], [type=range]')) continue;
    const ground = groundOf(field);
    if (field.matches('[placeholder]:not([placeholder=""])')) {
      const { color, opacity } = getComputedStyle(field, '::placeholder');
      // Material hides the placeholder of a field whose label is in its place.
      if (read(color)[3] > 0 && Number(opacity) > 0) {
        counts.placeholders += 1;
        say('placeholder', field, worst(color, Number(opacity) * opacityOf(field), ground), least.text);
      }
    }
    if (field.matches('[type=checkbox], [type=radio]') && getComputedStyle(field).appearance !== 'none') continue;
    counts.edges += 1;
    say('edge', field, edgeOf(field), least.edge);
  }

  /** The best contrast of what may bound the field: a border, or a fill, of itself or of the frame around it. */
  function edgeOf(field: HTMLElement): number {
    const frame = field.closest('mat-form-field') ?? field;
    const outline = frame.querySelector('.mdc-notched-outline__leading, .mdc-line-ripple');
    const frames = [outline, field, ...around(field)].filter((each) => each !== null);
    return Math.max(
      ...frames.map((each) => {
        const outside = groundOf((each === outline ? frame : each).parentElement);
        const { borderBottomColor, borderBottomWidth, borderBottomStyle, boxShadow } = getComputedStyle(each);
        const hasBorder = parseFloat(borderBottomWidth) > 0 && borderBottomStyle !== 'none';
        const border = hasBorder ? worst(borderBottomColor, opacityOf(each), outside) : 1;
        // A border that takes no room.
        const inset = boxShadow.includes('inset') ? coloursIn(boxShadow) : [];
        const line = Math.max(1, ...inset.map((colour) => worst(colour, opacityOf(each), outside)));
        const fill = Math.min(...groundOf(each).flatMap((own) => outside.map((under) => contrast(own, under))));
        return Math.max(border, line, fill);
      }),
    );
  }

  /** The boxes close around a field, which may have its border: no more than 32 px larger in height. */
  function around(field: HTMLElement): readonly Element[] {
    const { height } = field.getBoundingClientRect();
    const boxes: Element[] = [];
    for (
      let box = field.parentElement;
      box && box.getBoundingClientRect().height <= height + 32;
      box = box.parentElement
    )
      boxes.push(box);
    return boxes;
  }

  return { faults: [...faults], ...counts };
}
