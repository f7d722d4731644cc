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
    await expect(page.locator('mediatel-board')).toBeVisible();
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
