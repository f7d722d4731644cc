import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundlePage } from './bundle-page';
import { expect, test } from './desk';

const fixture = new URL('../projects/mediatel-lib/store/fixtures/hostile-screen-pops.json', import.meta.url);
const hostile = JSON.parse(readFileSync(fileURLToPath(fixture), 'utf8')) as readonly string[];

/** Notes whatever a page would open, run or ask; opens nothing. */
async function watchOpening(page: Page): Promise<string[]> {
  const opened: string[] = [];
  await page.exposeFunction('noteOpened', (address: string) => void opened.push(address));
  await page.addInitScript(() => {
    window.open = (address) => {
      (window as unknown as { noteOpened(address: string): void }).noteOpened(String(address));
      return null;
    };
  });
  page.on('popup', (popup) => opened.push(`popup ${popup.url()}`));
  page.on('dialog', (dialog) => {
    opened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith('http://localhost')) opened.push(`navigation ${frame.url()}`);
  });
  return opened;
}

test('a browser opens none of the hostile texts, and a good one', async ({ page }) => {
  const opened = await watchOpening(page);
  const script = await bundlePage('screen-pop-page.ts');
  await page.route('**/pop.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>pop</title>' }),
  );
  await page.route('**/pop.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.goto('/pop.html');
  await page.addScriptTag({ url: '/pop.js', type: 'module' });
  await page.waitForFunction(() => 'raise' in window);
  for (const text of hostile) await page.evaluate((webServer) => window.raise(webServer), text);
  expect(opened).toEqual([]);
  await page.evaluate(() =>
    window.raise('javascript:window.external.CRMNavigate("Card","Customer","https://crm.example/7",false);'),
  );
  await expect.poll(() => opened).toEqual(['https://crm.example/7']);
});

test('a desk that is shown them, a call each, opens and runs nothing', async ({ desk, page }) => {
  test.setTimeout(120_000);
  const opened = await watchOpening(page);
  await desk.begin('agent14');
  for (const [index, webServer] of hostile.entries()) {
    await desk.stage({
      state: 'STATE_CALL_ACTIVE',
      status: 'in_a_call',
      callTraceID: String(900_000 + index),
      webServer,
    });
  }
  await expect(desk.root.getByText(`call ${900_000 + hostile.length - 1}`)).toBeVisible();
  expect(new URL(page.url()).pathname).toMatch(/^\/customers/);
  expect(opened).toEqual([]);
});
