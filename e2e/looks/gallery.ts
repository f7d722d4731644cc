import { type Locator, type Page, expect, test } from '@playwright/test';
import { join } from 'node:path';
import { StaticSite } from '../docs/static-site';

/** The windows of the pictures, by the ending of their names: a phone, a small laptop with the browser's bars, and screens. */
const sizes = {
  '360': { width: 360, height: 740 },
  '1280': { width: 1280, height: 800 },
  '1366': { width: 1366, height: 625 },
  '1920': { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof sizes;
const allSizes = Object.keys(sizes) as readonly Size[];

let site: StaticSite;

/** Serves the demo app's gallery to the tests of a file, without a server of ours: its operators and its clock stand still. */
export function serveGallery(): void {
  test.beforeAll(async () => {
    site = await StaticSite.open(join(import.meta.dirname, '../../.cache/looks/browser'));
  });
  test.afterAll(() => site.close());
}

/** Opens a page of the gallery and waits for its texts. */
export const open = (page: Page, query: Readonly<Record<string, string>>): Promise<void> =>
  openAddress(page, `/?${new URLSearchParams(query).toString()}`);

/** Opens a page of the demo app, such as `/training`, whose server `playServer` plays, and waits for its texts. */
export const openApp = (page: Page, path: string): Promise<void> => openAddress(page, `/?app#${path}`);

async function openAddress(page: Page, address: string): Promise<void> {
  await page.goto(`${site.origin}${address}`);
  await expect(page.locator('app-root > *').last()).toBeVisible();
  await expect(page.getByText('…', { exact: true })).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
}

/** Gives the page a window before something is opened in it: what is open may close when the window changes. */
export const enlarge = (page: Page, size: Size): Promise<void> => page.setViewportSize(sizes[size]);

/**
 * Compares a view in both themes with `docs/images/NAME-SIZE[-dark].png`. `part`: the only part of the page that is pictured,
 * without what is around it.
 */
export async function compare(
  page: Page,
  name: string,
  wanted: readonly Size[] = allSizes,
  part: Page | Locator = page,
): Promise<void> {
  const folders = name.split('/');
  const file = folders.pop();
  // What lies under the pointer looks otherwise.
  await page.mouse.move(0, 0);
  for (const size of wanted) {
    await page.setViewportSize(sizes[size]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const theme = colorScheme === 'dark' ? '-dark' : '';
      const path = [...folders, `${file}-${size}${theme}.png`];
      // Both have the same method, by types of their own.
      const taken = 'goto' in part ? expect.soft(part) : expect.soft(part);
      await taken.toHaveScreenshot(path, { caret: 'hide' });
    }
  }
}
