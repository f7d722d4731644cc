import { type Locator, type Page, expect, test } from '@playwright/test';
import { compare, open, serveGallery } from './gallery';

serveGallery();

/** The day of 40 operators, drawn. */
async function openDay(page: Page, query: Readonly<Record<string, string>> = {}): Promise<Locator> {
  await open(page, { team: '40', ...query });
  await page.getByRole('radio', { name: 'The day' }).click();
  const day = page.locator('mediatel-day-report');
  await expect(day.locator('mediatel-operator-band path').first()).toBeVisible();
  return day;
}

test('the day', async ({ page }) => {
  await openDay(page);
  await compare(page, 'team/day');
});

test('the day of an operator, unfolded', async ({ page }) => {
  const day = await openDay(page);
  await day.locator('mediatel-day-row:not(.team) button').nth(1).click();
  await compare(page, 'team/day-unfolded', ['360', '1280']);
});

test('the totals', async ({ page }) => {
  const day = await openDay(page);
  await day.getByRole('radio', { name: 'Totals' }).click();
  await expect(day.getByRole('rowheader', { name: 'Everybody' })).toBeVisible();
  await compare(page, 'team/totals');
});

test('pauses by reason', async ({ page }) => {
  const day = await openDay(page);
  await day.getByRole('radio', { name: 'Totals' }).click();
  await day.locator('tbody td button').first().click();
  await compare(page, 'team/totals-pauses', ['360', '1280']);
});

for (const hub of ['connecting', 'reconnecting', 'refused'] as const) {
  test(`the day, ${hub}`, async ({ page }) => {
    await open(page, { team: '40', hub });
    await page.getByRole('radio', { name: 'The day' }).click();
    await expect(page.locator('mediatel-day-report .banner')).toBeVisible();
    await compare(page, `team/day-${hub}`, ['360', '1280']);
  });
}

test('the day without operators', async ({ page }) => {
  await open(page, { team: '0' });
  await page.getByRole('radio', { name: 'The day' }).click();
  await expect(page.getByText('Nobody was here')).toBeVisible();
  await compare(page, 'team/day-nobody', ['360', '1280']);
});
