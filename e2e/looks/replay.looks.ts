import { type Page, expect, test } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { compare, open, serveGallery } from './gallery';

serveGallery();

const sample = fileURLToPath(new URL('../../projects/demo-app/public/sample.mediatel-flight.json', import.meta.url));

/** The sample, at the moment at which the customer is not heard. */
async function openSample(page: Page): Promise<void> {
  await open(page, { replay: '' });
  await page.getByLabel('Choose a support report, or drop it here').setInputFiles(sample);
  const events = page.getByRole('list', { name: 'Events' });
  await events.getByRole('button', { name: 'Nothing is heard of the customer' }).click();
  await expect(page.locator('mediatel-desk mediatel-agent-state-bar .word')).toHaveText(/^\s*In a call/);
}

test('no support report', async ({ page }) => {
  await open(page, { replay: '' });
  await compare(page, 'replay/empty', ['360', '1280']);
});

test('a support report', async ({ page }) => {
  await openSample(page);
  await compare(page, 'replay/report');
});

test('a support report with its protocol', async ({ page }) => {
  await openSample(page);
  await page.getByRole('switch', { name: 'Show protocol' }).click();
  await page.getByRole('button', { name: 'Show the phone line and the page' }).click();
  await expect(page.getByRole('img', { name: /^SIP/ })).toBeVisible();
  await compare(page, 'replay/protocol', ['1280']);
});

test('a support report in Ukrainian', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: 'Language: English' }).click();
  await page.getByRole('menuitemradio', { name: 'Українська' }).click();
  await expect(page.locator('mediatel-desk mediatel-agent-state-bar .word')).toHaveText(/^\s*Розмова/);
  await expect(page.locator('.mat-mdc-menu-panel')).toHaveCount(0);
  // The letters of another alphabet come when they are needed.
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px Inter', 'Ж'))).toBe(true);
  await compare(page, 'replay/report-ukrainian', ['360', '1366']);
});
