import type { Page } from '@playwright/test';
import { Desk, expect, test } from './desk';
import { watchConnections } from './heard';
import { severalTabs } from './several-tabs';

test.use(severalTabs);

const number = '0661234501';

/** Everything that the page's origin stores in this tab. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));

test('after the sign-out nothing of a customer is left in either tab', async ({ desk, page, context }) => {
  await desk.begin('agent13');
  const other = await context.newPage();
  await watchConnections(other);
  await other.goto('/');
  const second = new Desk(other);
  await second.shows('Available');
  // The second tab calls, so that both store something of their own.
  await second.talk(number);
  await desk.shows('In a call');
  await second.finish();
  await desk.shows('Available');
  await desk.number.fill('0667654321');
  for (const tab of [page, other]) expect(await kept(tab)).toContain(number);

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Password')).toBeVisible();
  for (const tab of [page, other]) await expect.poll(() => kept(tab)).not.toContain(number);
  await expect(second.root.getByText('066 123 45 01')).toHaveCount(0);
});
