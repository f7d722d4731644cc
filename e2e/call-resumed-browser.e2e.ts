import type { BrowserContext } from '@playwright/test';
import { expect } from './desk';
import { echo, heardBothWays, heardEnergy, openConnections } from './heard';
import { Tab, openTabs, registered } from './operator-tabs';
import { test, unseen } from './stock-browser';
import { everydayIf, full } from './everyday';
import { onlooker } from './onlooker';
import { reload } from './reload';

// What a page may do is the browser's own decision here: no flag opens the microphone or allows sound.
test.use({ ...unseen, isMicrophoneAllowed: false });
test.describe.configure({ timeout: 120_000 });

/** Milliseconds, as promised in docs/calls-that-outlive-pages.md. */
const takeoverLimit = 3000;
/** The number of a customer who talks. */
const talks = '0661234501';

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

/** What the browser plays of the customer: `paused` elements play nothing. */
const played = `JSON.stringify(sounds.map(({ paused, currentTime }) => ({ paused, isOn: currentTime > 0 })))`;

for (const [how, login] of [
  ['a press of Play', 'agent14'],
  ['a click elsewhere on the page', 'agent15'],
] as const)
  test(
    `the sound is refused after a reload, whose page has no microphone and no click: named, and ${how} plays it`,
    everydayIf(login === 'agent14'),
    async ({ stock, baseURL }) => {
      const origin = baseURL!;
      await stock.decide(origin, 'microphone', 'granted');
      await stock.context.addInitScript(() => {
        const sounds = new Set<HTMLMediaElement>();
        Object.defineProperty(window, 'sounds', { get: () => [...sounds] });
        const { play } = HTMLMediaElement.prototype;
        HTMLMediaElement.prototype.play = function (this: HTMLMediaElement): Promise<void> {
          sounds.add(this);
          return play.call(this);
        };
      });
      const [tab] = await openTabs(stock.context, login, 1, origin);
      const { desk, page } = tab!;
      await desk.talk(talks);
      await heardBothWays(page);
      await stock.decide(origin, 'microphone', 'denied');
      await reload(page);

      const look = await onlooker(page);
      const shows = (selector: string, text: string): Promise<void> =>
        expect.poll(() => look(`document.querySelector('mediatel-desk ${selector}')?.innerText ?? ''`)).toContain(text);
      await shows('mediatel-notice', 'The browser blocked sound');
      await shows('mediatel-agent-state-bar', 'On hold');
      expect(await look('navigator.userActivation.hasBeenActive')).toBe(false);
      expect(await look(played)).toBe('[{"paused":true,"isOn":false}]');
      const [x, y] = await look<readonly number[]>(`(() => {
        const play = [...document.querySelectorAll('mediatel-notice button')].find((button) => button.innerText.includes('Play'));
        const { left, top, width, height } = play.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      })()`);
      if (how === 'a press of Play') await page.mouse.click(x!, y!);
      else await page.mouse.click(5, 5);
      await expect.poll(() => look(played)).toBe('[{"paused":false,"isOn":true}]');
      // The customer is on hold because nobody hears the operator. Who takes the call back hears them without a microphone.
      await desk.button('Resume').click();
      await desk.shows('In a call');
      const before = await heardEnergy(page);
      await expect.poll(async () => (await heardEnergy(page)) - before).toBeGreaterThan(0.0005);
      await expect(desk.notice).not.toContainText('The browser blocked sound');
      expect(await look(played)).toBe('[{"paused":false,"isOn":true}]');

      await stock.decide(origin, 'microphone', 'granted');
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

/** The computer's clock is set by so many hours; the browser's monotonic clock goes on. It is for pages that are loaded later. */
const setClock = (context: BrowserContext, hours: number) =>
  context.addInitScript((step) => {
    const Real = Date;
    const now = (): number => Real.now() + step;
    window.Date = new Proxy(Real, {
      get: (real, name) => (name === 'now' ? now : (Reflect.get(real, name) as unknown)),
      construct: (real, given) => Reflect.construct(real, given.length === 0 ? [now()] : given) as Date,
    });
  }, hours * 3_600_000);

for (const hours of [1, -1])
  test(
    `the clock is set by ${hours} h while two tabs are loaded again: the call is back in one of them, its timer goes on`,
    everydayIf(hours === 1),
    async ({ stock, baseURL }) => {
      const origin = baseURL!;
      await stock.decide(origin, 'microphone', 'granted');
      const tabs = await openTabs(stock.context, hours === 1 ? 'agent16' : 'agent17', 2, origin);
      const [{ desk, page }] = tabs as [Tab, Tab];
      await desk.talk(echo);
      await heardBothWays(page);
      await setClock(stock.context, hours);
      const [before, leftAt] = [await desk.seconds(), Date.now()];
      await Promise.all(tabs.map((tab) => reload(tab.page)));
      for (const tab of tabs) await tab.desk.shows('In a call');
      expect(await page.evaluate(() => Math.round((Date.now() - performance.timeOrigin) / 3_600_000))).toBe(hours);
      await expect
        .poll(async () => (await Promise.all(tabs.map((tab) => openConnections(tab.page)))).sort())
        .toEqual([0, 1]);
      const connected = await Promise.all(tabs.map((tab) => openConnections(tab.page)));
      const winner = tabs[connected.indexOf(1)]!;
      await heardBothWays(winner.page);
      for (const tab of tabs) {
        const differs = (await tab.desk.seconds()) - before - (Date.now() - leftAt) / 1000;
        expect(Math.abs(differs), 'the timer goes on').toBeLessThanOrEqual(2);
      }
      await winner.page.bringToFront();
      await expect(winner.desk.notice).toBeHidden();
      await winner.desk.finish();
    },
  );

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
