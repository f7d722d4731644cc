import { type Page, expect, test } from '@playwright/test';
import { join } from 'node:path';
import { paleTexts, violations, wear } from '../axe';
import { StaticSite } from './static-site';

let site: StaticSite;

test.beforeAll(async () => {
  site = await StaticSite.open(join(import.meta.dirname, '../../dist/docs'));
});
test.afterAll(() => site.close());

/** Opens a page of the site; returns the addresses elsewhere that it asks for, and its errors. */
async function open(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.origin)) faults.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${site.origin}${path}`);
  await expect(page.locator('.VPContent h1')).toBeVisible();
  return faults;
}

/** The desk of a component's page. */
const live = (page: Page) => page.frameLocator('iframe.live');

const mainPages = [
  ['/', 'mediatel-lib'],
  ['/guides/your-crm-in-ten-minutes.html', 'Your CRM in ten minutes'],
  ['/guides/messages-and-symptoms.html', 'Messages and symptoms'],
  ['/api/rest.html', 'mediatel-lib/rest'],
  ['/parts/ui/keypad/keypad.html', 'Keypad'],
] as const;

for (const [path, title] of mainPages) {
  test(`${title}: no violations in both themes, nothing from elsewhere`, async ({ page }) => {
    const faults = await open(page, path);
    await expect(page.locator('.VPContent h1')).toContainText(title);
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme);
      await expect(page.locator('html.dark')).toHaveCount(theme === 'dark' ? 1 : 0);
      expect.soft(await violations(page), theme).toEqual([]);
      expect.soft(await paleTexts(page, theme), theme).toEqual([]);
    }
    expect(faults).toEqual([]);
  });
}

test('the search finds “Force Pause”', async ({ page }) => {
  const faults = await open(page, '/');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('Force Pause');
  const found = page.getByRole('option').filter({ hasText: 'Messages and symptoms' }).first();
  await found.click();
  await expect(page.locator('.VPContent h1')).toContainText('Messages and symptoms');
  expect(faults).toEqual([]);
});

test('a component is live, in the theme of the page', async ({ page }) => {
  const faults = await open(page, '/parts/ui/dialer/dialer.html');
  const body = live(page).locator('body');
  const scheme = () => body.evaluate((element) => getComputedStyle(element).colorScheme);
  await live(page).getByRole('button', { name: 'Digit 7' }).click();
  await expect(live(page).getByLabel('Phone number')).toHaveValue(/7$/);
  await wear(page, 'dark');
  await expect.poll(scheme).toBe('dark');
  await wear(page, 'light');
  await expect.poll(scheme).toBe('light');
  expect(faults).toEqual([]);
});

test('a page of a part without a scene says so', async ({ page }) => {
  await open(page, '/parts/desk/dial/mediatel-dial.html');
  await expect(page.getByText('The gallery has no scene of this part.')).toBeVisible();
});

test('llms.txt lists the pages, each with a line, and each is there', async ({ request }) => {
  const text = await (await request.get(`${site.origin}/llms.txt`)).text();
  const lines = Array.from(text.matchAll(/^- \[(.+?)\]\((.+?)\)(.*)$/gm), ([, title, path = '', rest]) => ({
    title,
    path,
    rest,
  }));
  expect(lines.length).toBeGreaterThan(60);
  const missing: string[] = [];
  for (const { path } of lines) if (!(await request.get(`${site.origin}/${path}`)).ok()) missing.push(path);
  expect(missing).toEqual([]);
});
