import type { Page } from '@playwright/test';
import { BindingWatch } from './binding-watch';
import { wholeChromium } from './chromium';
import { expect, test } from './desk';
import { wholeBrowserOnly } from './whole-browser';
import { full } from './everyday';

const browser = await wholeChromium();
// Playwright turns the back/forward cache off.
test.use({ launchOptions: { ...browser, ignoreDefaultArgs: ['--disable-back-forward-cache'] } });

const report = (what: string, took: number): void => {
  test.info().annotations.push({ type: 'measured', description: `${what}: ${took} ms` });
  process.stdout.write(`      ${what}: ${took} ms\n`);
};

/** Leaves the desk for another page. Resolves with the time of leaving. */
async function leave(page: Page): Promise<number> {
  await page.evaluate(() => addEventListener('pagehide', () => localStorage.setItem('test.left', String(Date.now()))));
  await page.goto('/healthz');
  return page.evaluate(() => Number(localStorage.getItem('test.left')));
}

test('left, the page is dropped by the server within a second', full, async ({ desk, page, baseURL }) => {
  await desk.begin('agent15');
  const watch = await BindingWatch.open(page, baseURL!);
  expect(await watch.count()).toBe(1);
  const dropped = await watch.until(0, await leave(page));
  report('binding dropped after pagehide', dropped);
  expect(dropped).toBeLessThanOrEqual(1000);
  watch.close();
});

test('back from the cache, the page is registered within three seconds', async ({ desk, page, baseURL }) => {
  wholeBrowserOnly('the back/forward cache');
  await desk.begin('agent15');
  const watch = await BindingWatch.open(page, baseURL!);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await watch.until(0, await leave(page));
  const back = Date.now();
  await page.goBack({ waitUntil: 'commit' });
  const took = await watch.until(1, back);
  expect(await page.evaluate(() => 'sameDocument' in window), 'restored from the back/forward cache').toBe(true);
  report('registered after coming back', took);
  expect(took).toBeLessThanOrEqual(3000);
  await desk.ready();
  await desk.talk();
  await desk.finish();
  watch.close();
});

test('a reload in a call asks first; after it the call goes on, with one binding', async ({ desk, page, baseURL }) => {
  await desk.begin('agent16');
  await desk.talk();
  const watch = await BindingWatch.open(page, baseURL!);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await desk.shows('In a call');
  await expect(desk.notice).toBeHidden();
  expect(await watch.count()).toBe(1);
  watch.close();
  await desk.finish();
});
