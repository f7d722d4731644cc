import { type Page, expect, test } from '@playwright/test';
import type { SafeReloadState } from '../../projects/mediatel-lib/store';
import { compare, enlarge, openApp, serveGallery } from './gallery';
import { drive, phoneIsReady, playServer } from './still-server';

serveGallery();

/** Shows the strip of a new version as it is in that state of a take-over. */
const announce = (page: Page, state: SafeReloadState): Promise<void> =>
  page.evaluate((wanted) => {
    const { stillVersion } = globalThis as unknown as { readonly stillVersion: (state: SafeReloadState) => void };
    stillVersion(wanted);
  }, state);

const inCall: SafeReloadState = { status: 'waiting', reason: 'in-call', canResume: true };
const unsaved: SafeReloadState = { status: 'waiting', reason: 'unsaved', canResume: false };

async function openCustomers(page: Page, language: 'en' | 'uk' | 'ru' = 'en'): Promise<void> {
  await playServer(page, { role: 'operator' });
  await openApp(page, '/customers');
  await phoneIsReady(page);
  if (language === 'en') return;
  await page.locator('app-user-menu .user').click();
  await page.locator(`[role=menuitemradio][lang=${language}]`).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

// 1366 × 625 and 1920 × 1080 show the same strip as 1280 × 800.
for (const size of ['360', '1280'] as const) {
  test(`the strip of a new version at ${size}`, async ({ page }) => {
    await enlarge(page, size);
    await openCustomers(page);
    const strip = page.locator('app-version-strip');
    await drive(page, 'callGoesOut', 'customerRings', 'talk');
    await announce(page, inCall);
    await expect(strip.getByRole('button', { name: 'Take over now' })).toBeVisible();
    await compare(page, 'shell/version-in-call', [size]);
    await announce(page, unsaved);
    await expect(strip).toContainText('once your work is saved');
    await compare(page, 'shell/version-unsaved', [size], strip);
    await announce(page, { status: 'reloading' });
    await expect(strip.getByRole('button')).toHaveCount(0);
    await compare(page, 'shell/version-soon', [size], strip);
    await announce(page, { status: 'none' });
    await expect(strip.locator('p')).toHaveCount(0);
  });
}

for (const language of ['en', 'uk', 'ru'] as const)
  test(`the strip of a new version holds in every window, ${language}`, async ({ page }) => {
    await openCustomers(page, language);
    await announce(page, { ...unsaved, canResume: true });
    const strip = page.locator('app-version-strip');
    for (const width of [320, 360, 640, 1280]) {
      for (const text of [100, 150, 200]) {
        await page.setViewportSize({ width, height: 740 });
        await page.evaluate((size) => document.documentElement.style.setProperty('font-size', `${size}%`), text);
        const where = `${width} px, text ${text} %`;
        await expect.soft(strip.getByRole('button'), where).toBeInViewport({ ratio: 1 });
        const { height, cut } = await strip.evaluate((element) => ({
          height: element.getBoundingClientRect().height,
          cut: element.scrollWidth - element.clientWidth,
        }));
        expect.soft(cut, where).toBeLessThanOrEqual(0);
        // The work below keeps most of the window.
        expect.soft(height, where).toBeLessThanOrEqual(740 / 4);
      }
    }
  });
