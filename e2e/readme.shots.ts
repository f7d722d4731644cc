import { fileURLToPath } from 'node:url';
import { expect, test } from './desk';

/** The README's picture: the running demo with a call. All other pictures of docs/images are compared (`looks`). */
test('the README’s picture', async ({ desk, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await desk.begin('agent1');
  const main = page.getByRole('main');
  await main.getByRole('link').first().click();
  await expect(main.getByRole('button', { name: /^Call / }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Close the hints' }).click();
  await desk.talk();
  await expect(desk.root.locator('mediatel-heard-meter')).toHaveCount(2);
  await expect(desk.timer).toHaveText(/00:05/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const theme = colorScheme === 'dark' ? '-dark' : '';
    const path = fileURLToPath(new URL(`../docs/images/desk-in-a-call${theme}.png`, import.meta.url));
    await page.evaluate(() => document.fonts.ready);
    // What lies under the pointer looks otherwise.
    await page.mouse.move(0, 0);
    await page.screenshot({ path, caret: 'hide' });
  }
});
