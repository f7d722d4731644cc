import { expect, test } from './desk';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

test('a wrong password is reported in words, and then the right one works', async ({ desk, page }) => {
  await desk.signIn('agent9', 'wrong');
  await expect(page.getByRole('alert')).toContainText(/password/i);
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await desk.ready();
});

test('a reload keeps the operator signed in and available', full, async ({ desk, page }) => {
  await desk.signIn('agent10');
  await desk.ready();
  await page.reload();
  await desk.ready();
});

test('without the cookie both sockets and the recordings answer 403', async ({ request, baseURL }) => {
  for (const path of ['/mediatel/socket.io/?EIO=4&transport=probe', '/records/mediatel-record?calltraceID=1']) {
    expect((await request.get(`${baseURL}${path}`)).status(), path).toBe(403);
  }
});

test('a refused microphone is named, with a way to ask again', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, permissions: [] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await page.goto('/');
  await page.getByLabel('Login').fill('agent13');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const notice = page.locator('mediatel-desk mediatel-notice');
  await expect(notice).toContainText('The browser does not allow the microphone');
  await expect(notice.getByRole('button', { name: 'Try again' })).toBeVisible();
  // The check before the shift says the same about each of its six items, in order.
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Sound and line check' }).click();
  const checks = page.locator('mediatel-readiness-page > ul > li');
  await expect(checks).toHaveCount(6);
  await expect(checks.nth(0)).toContainText('The browser does not allow it');
  await expect(checks.nth(0).getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(checks.nth(2)).toHaveClass('waiting');
  await expect(checks.nth(4)).toHaveClass('passed');
  await expect(checks.nth(5)).toHaveClass('passed');
  await context.close();
});
