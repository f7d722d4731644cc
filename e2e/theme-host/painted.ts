import type { Locator } from '@playwright/test';

/** Red, green and blue, 0 to 255, and opacity, 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** How an element is painted. */
export interface Painted {
  readonly text: Colour;
  /** Its background with Material's state layer of hover and focus on it. */
  readonly fill: Colour;
  /** Pixels of its text. */
  readonly size: number;
}

/** Reads how an element is painted; `fillOf`: the selector of the element around it that has the background. */
export function painted(element: Locator, fillOf = '*'): Promise<Painted> {
  return element.evaluate((node, selector) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const mixed = (...layers: readonly (readonly [colour: string, opacity: number])[]): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      for (const [colour, opacity] of layers) {
        canvas.globalAlpha = opacity;
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [red, green, blue, alpha / 255];
    };
    const ground = node.closest(selector) ?? node;
    const ripple = node.querySelector('.mat-mdc-button-persistent-ripple');
    const layer = ripple === null ? null : getComputedStyle(ripple, '::before');
    const { color, fontSize } = getComputedStyle(node);
    return {
      text: mixed([color, 1]),
      fill: mixed(
        [getComputedStyle(ground).backgroundColor, 1],
        [layer?.backgroundColor ?? 'transparent', Number(layer?.opacity ?? 0)],
      ),
      size: parseFloat(fontSize),
    };
  }, fillOf);
}

/** The contrast of two colours (WCAG 2), 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
