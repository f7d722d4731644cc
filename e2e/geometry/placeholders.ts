import type { Page } from '@playwright/test';
import type { Colour } from '../theme-host/painted';

/** A field's placeholder as it is painted. */
export interface Placeholder {
  readonly field: string;
  readonly text: Colour;
  readonly fill: Colour;
}

/** The placeholders of all fields that are on the page. */
export function placeholders(page: Page): Promise<readonly Placeholder[]> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const mixed = (layers: readonly string[], opacity = 1): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      layers.forEach((layer, at) => {
        canvas.globalAlpha = at === layers.length - 1 ? opacity : 1;
        canvas.fillStyle = layer;
        canvas.fillRect(0, 0, 1, 1);
      });
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    /** From the page's background to the field's own. */
    const grounds = (field: Element): readonly string[] => {
      const layers: string[] = [];
      for (let element: Element | null = field; element; element = element.parentElement)
        layers.unshift(getComputedStyle(element).backgroundColor);
      return layers;
    };
    return [...document.querySelectorAll('input[placeholder], textarea[placeholder]')].map((field) => {
      const { color, opacity } = getComputedStyle(field, '::placeholder');
      const under = grounds(field);
      return {
        field: `${field.getAttribute('placeholder')} in ${field.parentElement?.localName}.${field.parentElement?.className}`,
        text: mixed([...under, color], Number(opacity)),
        fill: mixed(under),
      };
    });
  });
}
