import type { Page } from '@playwright/test';
import { expect, test } from './desk';
import { everydayIf } from './everyday';

/** Pairs of texts of a row of the list that lie on each other, and texts that leave their row. */
const collisions = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const row of document.querySelectorAll('app-contact-list li a')) {
      const around = row.getBoundingClientRect();
      const parts = [...row.querySelectorAll('.name, .number, app-standing-chip')];
      const boxes = parts.map((part) => part.getBoundingClientRect());
      boxes.forEach((box, i) => {
        if (box.right > around.right + 0.5 || box.left < around.left)
          found.push(`${parts[i]?.textContent} leaves its row`);
        for (const other of boxes.slice(i + 1)) {
          const isApart =
            box.right <= other.left + 0.5 || other.right <= box.left + 0.5 || box.bottom <= other.top + 0.5;
          if (!isApart) found.push(`${parts[i]?.textContent} lies on another text`);
        }
      });
    }
    return found;
  });

async function openCard(page: Page): Promise<void> {
  await page.goto('/customers/39335108');
  await page.getByLabel('Login').fill('supervisor1');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('app-contact-list li').first()).toBeVisible();
}

test('the typeface comes from the app: Latin and Cyrillic, with the sign of the hryvnia', async ({ page }) => {
  const fonts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.woff2')) fonts.push(`${response.status()} ${new URL(response.url()).host}`);
  });
  await page.addInitScript(() => localStorage.setItem('mediatel.language', 'uk'));
  await page.goto('/customers/39335108');
  await page.locator('input[name=login]').fill('supervisor1');
  await page.locator('input[name=password]').fill('training');
  await page.getByRole('button', { name: 'Увійти' }).click();
  await expect(page.locator('app-contact-card .balance')).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const has = await page.evaluate(() =>
    ['Customer 0123', 'Клієнт ґїє', '₴'].map((text) => document.fonts.check('16px Inter', text)),
  );
  expect(has).toEqual([true, true, true]);
  const { host } = new URL(page.url());
  expect(new Set(fonts)).toEqual(new Set([`200 ${host}`]));
});

/** The page without its typeface, in a wide one, with larger text. */
async function widen(page: Page, percent: number): Promise<void> {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.addInitScript((size) => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(`html { font-size: ${size}% } * { font-family: 'DejaVu Sans', Verdana !important }`);
    document.adoptedStyleSheets = [wide];
  }, percent);
}

for (const language of ['en', 'uk']) {
  for (const percent of [100, 150, 200]) {
    test(
      `in a wide typeface at ${percent} % nothing overlaps in the list of customers: ${language}`,
      everydayIf(language === 'uk' && percent === 150),
      async ({ page }) => {
        await widen(page, percent);
        await openCard(page);
        await page.evaluate((tag) => localStorage.setItem('mediatel.language', tag), language);
        for (const width of [1366, 1000, 360]) {
          await page.setViewportSize({ width, height: 740 });
          await page.goto(width === 360 ? '/customers' : '/customers/39335108');
          await expect(page.locator(`html[lang=${language}]`)).toBeAttached();
          await expect(page.locator('app-contact-list li').first()).toBeVisible();
          expect.soft(await collisions(page), `${width} px`).toEqual([]);
        }
        await page.setViewportSize({ width: 1366, height: 740 });
        await page.goto('/customers/39335108');
        const lines = await page.locator('app-contact-card .balance').evaluate((sum) => {
          const range = document.createRange();
          range.selectNodeContents(sum);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        });
        expect(lines, 'the lines of the balance').toBe(1);
      },
    );
  }
}
