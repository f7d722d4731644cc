import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundlePage } from './bundle-page';
import { wholeChromium } from './chromium';
import { expect, test } from './desk';
import { wholeBrowserOnly } from './whole-browser';

const browser = await wholeChromium();
const ignoreDefaultArgs = ['--disable-popup-blocking'];

const fixture = new URL('../projects/mediatel-lib/store/screen-pop/fixtures/hostile-screen-pops.json', import.meta.url);
const hostile = JSON.parse(readFileSync(fileURLToPath(fixture), 'utf8')) as readonly string[];

/** Playwright turns the blocking of pop-ups off; in an operator's browser it is on. */
test.use({ launchOptions: { ...browser, ignoreDefaultArgs } });

const good = 'javascript:window.external.CRMNavigate("Card","Customer","https://crm.example/7",false);';

/** Records everything that a page opens, runs or asks. */
async function watchOpening(page: Page): Promise<string[]> {
  const opened: string[] = [];
  await page.exposeFunction('noteOpened', (address: string) => void opened.push(address));
  await page.addInitScript(() => {
    const open = window.open.bind(window);
    window.open = (address, ...rest) => {
      (window as unknown as { noteOpened(address: string): void }).noteOpened(`open ${String(address)}`);
      return open(address, ...rest);
    };
  });
  page.context().on('page', (other) => opened.push(`page ${other.url()}`));
  page.on('dialog', (dialog) => {
    opened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith('http://localhost')) opened.push(`navigation ${frame.url()}`);
  });
  return opened;
}

/** A page that opens what a `webServer` names, with a button to do it by a click. */
async function openRaisingPage(page: Page, raise = ''): Promise<void> {
  const script = await bundlePage('screen-pop-page.ts');
  const body = '<!doctype html><title>pop</title><body><script type="module" src="/pop.js"></script>';
  await page.route('**/pop.html*', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.route('**/pop.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page
    .context()
    .route('https://crm.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>card</title>' }),
    );
  await page.goto(`/pop.html${raise}`);
  await expect(page.getByRole('button', { name: 'Raise' })).toBeVisible();
}

test('a browser opens none of the hostile texts, but a good one, whose page can’t reach the desk', async ({ page }) => {
  const opened = await watchOpening(page);
  await openRaisingPage(page);
  const raise = page.getByRole('button', { name: 'Raise' });
  for (const text of hostile) {
    await page.getByRole('textbox').fill(text);
    await raise.click();
    await expect(page).toHaveTitle('left');
  }
  expect(opened).toEqual([]);
  await page.getByRole('textbox').fill(good);
  const [card] = await Promise.all([page.waitForEvent('popup'), raise.click()]);
  await expect(card).toHaveURL('https://crm.example/7');
  await expect(page).toHaveTitle('opened');
  expect(await card.evaluate(() => [window.opener, document.referrer, window.name])).toEqual([null, '', '']);
});

test('a page that the browser blocks is known to be, and opens by a click', async ({ page }) => {
  wholeBrowserOnly('a pop-up blocker');
  await openRaisingPage(page, `?raise=${encodeURIComponent(good)}`);
  await expect(page).toHaveTitle('blocked');
  expect(page.context().pages()).toEqual([page]);
  await page.getByRole('textbox').fill(good);
  const [card] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: 'Raise' }).click()]);
  await expect(card).toHaveURL('https://crm.example/7');
});

test('a desk that is shown them, a call each, opens and runs nothing', async ({ desk, page }) => {
  test.setTimeout(300_000);
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
