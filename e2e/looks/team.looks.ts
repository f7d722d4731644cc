import { expect, test } from '@playwright/test';
import { compare, open, serveGallery } from './gallery';

serveGallery();

test('the board', async ({ page }) => {
  await open(page, { team: '40' });
  await expect(page.locator('mediatel-operator-row').first()).toBeVisible();
  // Alerts come with the first tick of the clock.
  await expect(page.getByText('2 after call over 3 min').first()).toBeVisible();
  // The order follows them within two seconds: who needs attention most comes first.
  await expect(page.locator('mediatel-operator-row').first()).toContainText('Hryhorenko T.');
  await compare(page, 'team/board');
});

for (const hub of ['connecting', 'reconnecting', 'refused'] as const) {
  test(`the board, ${hub}`, async ({ page }) => {
    await open(page, { team: '40', hub });
    // While connecting, it comes after two seconds.
    await expect(page.locator('mediatel-board .banner')).toBeVisible();
    await compare(page, `team/board-${hub}`);
  });
}

test('the board without operators', async ({ page }) => {
  await open(page, { team: '0' });
  await expect(page.locator('mediatel-board')).toBeVisible();
  await compare(page, 'team/board-nobody');
});

test('the wall', async ({ page }) => {
  await open(page, { team: '240' });
  await page.getByRole('radio', { name: 'Wall' }).click();
  await expect(page.locator('mediatel-operator-tile.large').first()).toBeVisible();
  await compare(page, 'team/wall');
});

test('large text on a phone: the menu in reach, each name beside its figures', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, { team: '40' });
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '24px'));
  const first = page.locator('mediatel-operator-row').first();
  await expect(first).toContainText('Hryhorenko T.');
  await expect(page.locator('mediatel-board-toolbar button.more')).toBeInViewport({ ratio: 1 });
  await compare(page, 'team/board-large-text', ['360']);
  await page.getByRole('radio', { name: 'The day' }).click();
  const name = page.locator('mediatel-day-row:not(.team) .name').first();
  await expect(name).toContainText('Bondar A.');
  expect(await name.evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBeLessThanOrEqual(0);
  await page.locator('mediatel-day-report').evaluate((report) => report.scrollTo(0, report.scrollHeight));
  await compare(page, 'team/day-large-text', ['360']);
});
