import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const folder = new URL('../docs/images/', import.meta.url);

const sizes = {
  '': { width: 1280, height: 800 },
  '-360': { width: 360, height: 740 },
} as const;

export type PictureSize = keyof typeof sizes;
export const bothSizes = ['', '-360'] as const satisfies readonly PictureSize[];

/** Takes a view's pictures in both themes: `desk-NAME[-360][-dark].png`. */
export async function picture(page: Page, name: string, wanted: readonly PictureSize[] = ['-360']): Promise<void> {
  for (const size of wanted) {
    await page.setViewportSize(sizes[size]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const theme = colorScheme === 'dark' ? '-dark' : '';
      const path = fileURLToPath(new URL(`desk-${name}${size}${theme}.png`, folder));
      await page.evaluate(() => document.fonts.ready);
      // Without tooltips of the pointer's position.
      await page.mouse.move(0, 0);
      await page.screenshot({ path, caret: 'hide' });
    }
  }
}
