import type { Locator } from '@playwright/test';

/** What is wrong with the places of the elements in a part: buttons that overlap or run out of it, words that are cut. */
export function layoutFaults(part: Locator): Promise<readonly string[]> {
  return part.evaluate((root) => {
    const faults: string[] = [];
    const bounds = root.getBoundingClientRect();
    const name = (element: Element): string =>
      (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 30);
    const controls = [...root.querySelectorAll<HTMLElement>('button, input, mat-select')].filter((control) =>
      control.checkVisibility({ visibilityProperty: true }),
    );
    const boxes = controls.map((control) => ({ control, box: control.getBoundingClientRect() }));
    for (const { control, box } of boxes)
      if (box.left < bounds.left - 1 || box.right > bounds.right + 1 || box.bottom > bounds.bottom + 1)
        faults.push(`${name(control)} runs out`);
    boxes.forEach(({ control, box }, at) => {
      for (const { control: other, box: second } of boxes.slice(at + 1))
        if (
          !control.contains(other) &&
          !other.contains(control) &&
          Math.min(box.right, second.right) - Math.max(box.left, second.left) > 1 &&
          Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top) > 1
        )
          faults.push(`${name(control)} overlaps ${name(other)}`);
    });
    for (const element of root.querySelectorAll<HTMLElement>('button, span, p, h2')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      // Words for screen readers alone have one pixel, and inline elements have no width of their own.
      const isCut = element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      if (hasText && isCut && element.checkVisibility()) faults.push(`“${name(element)}” is cut`);
    }
    return faults;
  });
}
