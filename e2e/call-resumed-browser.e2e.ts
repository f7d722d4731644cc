import { expect } from './desk';
import { echo, heardBothWays, openConnections } from './heard';
import { Tab, openTabs, registered } from './operator-tabs';
import { test, unseen } from './stock-browser';
import { full } from './everyday';
import { reload } from './reload';

// What a page may do is the browser's own decision here: no flag opens the microphone or allows sound.
test.use({ ...unseen, isMicrophoneAllowed: false });
test.describe.configure({ timeout: 120_000 });

/** Milliseconds, as promised in docs/calls-that-outlive-pages.md. */
const takeoverLimit = 3000;

test(
  'the microphone is refused after a reload: named; allowed in the site’s settings, both directions are back',
  full,
  async ({ stock, baseURL }) => {
    const origin = baseURL!;
    await stock.decide(origin, 'microphone', 'granted');
    const [tab] = await openTabs(stock.context, 'agent9', 1, origin);
    const { desk, page } = tab!;
    await desk.talk(echo);
    await stock.decide(origin, 'microphone', 'denied');
    await reload(page);
    await desk.shows('In a call');
    await expect(desk.notice).toContainText('The browser does not allow the microphone');
    await stock.decide(origin, 'microphone', 'granted');
    await expect.poll(() => tab!.microphones()).toBeGreaterThan(0);
    await heardBothWays(page);
    await expect(desk.root.locator('mediatel-heard-meter .proof')).toHaveText(['heard', 'heard']);
    await expect(desk.notice).toBeHidden();
    await desk.finish();
  },
);

test(
  'the storage is refused: the browser asks before a reload, the call ends with its page, and the desk says so',
  full,
  async ({ stock, baseURL }) => {
    const origin = baseURL!;
    await stock.decide(origin, 'microphone', 'granted');
    await stock.context.addInitScript(() => {
      // Full: reading works, each write throws.
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const [tab] = await openTabs(stock.context, 'agent10', 1, origin);
    const { desk, page } = tab!;
    await desk.talk(echo);
    await heardBothWays(page);
    const asked = page.waitForEvent('dialog');
    await page.keyboard.press('F5');
    const reloading = page.evaluate(() => location.reload());
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloading.catch(() => undefined);
    await desk.shows('In a call');
    await expect(desk.notice).toContainText('Mediatel says you are in a call, but there is no audio here');
    await desk.notice.getByRole('button').last().click();
    await desk.shows('After call');
  },
);

test('two tabs are opened at once on a kept call: one has it, and the other follows', async ({ stock, baseURL }) => {
  const origin = baseURL!;
  await stock.decide(origin, 'microphone', 'granted');
  const [first] = await openTabs(stock.context, 'agent11', 1, origin);
  await first!.desk.talk(echo);
  await heardBothWays(first!.page);
  await first!.page.close({ runBeforeUnload: false });
  const tabs = await Promise.all([Tab.open(stock.context, origin), Tab.open(stock.context, origin)]);
  for (const { desk } of tabs) await desk.shows('In a call');
  await expect.poll(() => registered(tabs).length).toBe(1);
  const [winner] = registered(tabs);
  await heardBothWays(winner!.page);
  expect((await Promise.all(tabs.map(({ page }) => openConnections(page)))).sort()).toEqual([0, 1]);
  expect(await winner!.page.evaluate(() => window.heardConnections.length)).toBe(1);
  await winner!.page.bringToFront();
  await winner!.desk.finish();
});

test('the only tab crashes: the CRM is opened again, sound needs at most one click', async ({ stock, baseURL }) => {
  const origin = baseURL!;
  await stock.decide(origin, 'microphone', 'granted');
  const [first] = await openTabs(stock.context, 'agent12', 1, origin);
  await first!.desk.talk(echo);
  await heardBothWays(first!.page);
  const crashed = first!.page.waitForEvent('crash');
  await first!.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const again = await Tab.open(stock.context, origin);
  const opened = Date.now();
  await again.desk.shows('In a call');
  await heardBothWays(again.page);
  process.stdout.write(`      heard again ${Date.now() - opened} ms after the CRM was opened\n`);
  await expect(again.desk.notice).toBeHidden();
  await again.desk.finish();
});

test('the tab with the call is closed, another is open: that one has it within 3 s', async ({ stock, baseURL }) => {
  const origin = baseURL!;
  await stock.decide(origin, 'microphone', 'granted');
  const [leader, other] = await openTabs(stock.context, 'agent13', 2, origin);
  await leader!.desk.talk(echo);
  await other!.desk.shows('In a call');
  await heardBothWays(leader!.page);
  const since = Date.now();
  await leader!.page.close({ runBeforeUnload: false });
  await expect.poll(() => registered([other!]).length, { intervals: [20] }).toBe(1);
  const took = other!.sip.registeredAt! - since;
  process.stdout.write(`      taken over after ${took} ms\n`);
  expect(took).toBeLessThanOrEqual(takeoverLimit);
  await heardBothWays(other!.page);
  await other!.desk.finish();
});
