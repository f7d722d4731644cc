import type { Page } from '@playwright/test';
import { expect } from './desk';
import { heardEnergy } from './heard';
import { openTabs, registered } from './operator-tabs';
import { test, unseen } from './stock-browser';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

declare global {
  interface Window {
    ticks: number;
    notices: string[];
  }
}

/** Milliseconds, as promised in docs/reliability.md. */
const takeoverLimit = 3000;

test.use(unseen);
test.describe.configure({ timeout: 120_000 });

const visibility = (page: Page): Promise<string> => page.evaluate(() => document.visibilityState);

/** Counts in the page the turns of a timer of 50 ms that restarts itself. */
const startTicking = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.ticks = 0;
    const tick = (): void => {
      window.ticks += 1;
      setTimeout(tick, 50);
    };
    tick();
  });

/** How many of these turns happen in four seconds: 80 if nothing slows them. */
async function ticksInFourSeconds(page: Page): Promise<number> {
  const before = await page.evaluate(() => window.ticks);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  return (await page.evaluate(() => window.ticks)) - before;
}

/** Records the notifications of the page. */
const watchNotices = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.notices = [];
    const Real = window.Notification;
    window.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        window.notices.push(`${title}: ${options?.body ?? ''}`);
      }
    };
  });

const optionsSent = (page: Page): (() => number) => {
  let sent = 0;
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (/^OPTIONS sip:/.test(String(payload))) sent += 1;
    }),
  );
  return () => sent;
};

test('the leader in the background, its timers slowed, keeps the lead, stays registered and takes a call', async ({
  stock,
  baseURL,
}) => {
  const { context } = stock;
  await context.grantPermissions(['notifications', 'microphone'], { origin: baseURL! });
  const sockets: string[] = [];
  const probes: (() => number)[] = [];
  context.on('page', (page) => {
    page.on('websocket', (socket) => sockets.push(socket.url()));
    probes.push(optionsSent(page));
  });
  const [leader, other] = await openTabs(context, 'agent13', 2, baseURL);
  expect([await visibility(leader!.page), await visibility(other!.page)]).toEqual(['hidden', 'visible']);
  await watchNotices(leader!.page);
  await watchNotices(other!.page);
  const before = { sockets: sockets.length, probes: probes[0]!() };

  await startTicking(leader!.page);
  await startTicking(other!.page);
  const [slow, quick] = await Promise.all([ticksInFourSeconds(leader!.page), ticksInFourSeconds(other!.page)]);
  expect(slow, 'the browser holds the hidden tab’s timers back').toBeLessThanOrEqual(6);
  expect(quick).toBeGreaterThan(40);

  // Two keep-alives to the phone server, ten seconds apart. Meanwhile the other tab pings 25 times or more.
  await expect.poll(probes[0]!, { timeout: 30_000 }).toBeGreaterThanOrEqual(before.probes + 2);
  expect(registered([leader!, other!])).toEqual([leader]);
  expect(sockets.length).toBe(before.sockets);
  await expect(other!.desk.notice).toContainText('The phone is in another tab');
  expect(await visibility(leader!.page)).toBe('hidden');

  await leader!.desk.customerCalls('agent13', '0661234501');
  const calledAt = Date.now();
  await other!.desk.shows('In a call');
  expect(Date.now() - calledAt).toBeLessThanOrEqual(takeoverLimit);
  expect([leader!.sip.answers, other!.sip.answers]).toEqual([1, 0]);
  await expect.poll(() => heardEnergy(leader!.page)).toBeGreaterThan(0.01);
  const notices = (): Promise<unknown> => leader!.page.evaluate(() => window.notices);
  await expect.poll(notices).toEqual([expect.stringContaining('0661234501')]);
  expect(await other!.page.evaluate(() => window.notices)).toEqual([]);

  await other!.desk.hangUp();
  await other!.desk.setCode();
  await leader!.desk.shows('Available');
  expect(await visibility(leader!.page)).toBe('hidden');
  expect(registered([leader!, other!])).toEqual([leader]);
});

test.describe('hidden for minutes', () => {
  // The browser's own five minutes, shortened.
  test.use({ browserFlags: ['--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10'] });

  test(
    'a follower in the background shows a call at once, and takes the phone over',
    full,
    async ({ stock, baseURL }) => {
      const { context } = stock;
      const [leader, other] = await openTabs(context, 'agent14', 2, baseURL);
      const bystander = await context.newPage();
      await bystander.goto(`${baseURL}/healthz`);
      await startTicking(bystander);
      await startTicking(other!.page);
      const front = await context.newPage();
      await front.goto(`${baseURL}/healthz`);
      await expect
        .poll(() => ticksInFourSeconds(bystander), {
          message: 'the browser counts its hidden tabs as hidden for minutes',
          timeout: 60_000,
        })
        .toBeLessThanOrEqual(1);
      expect(await ticksInFourSeconds(other!.page)).toBeLessThanOrEqual(6);
      const hidden = async (): Promise<void> => expect(await visibility(other!.page)).toBe('hidden');
      await hidden();

      await leader!.desk.customerCalls('agent14', '0661234501');
      const calledAt = Date.now();
      await other!.desk.shows('In a call');
      expect(Date.now() - calledAt).toBeLessThanOrEqual(takeoverLimit);
      await leader!.page.bringToFront();
      await leader!.desk.finish();
      await other!.desk.shows('Available');
      await front.bringToFront();
      await hidden();

      const since = Date.now();
      await leader!.page.close();
      await expect.poll(() => registered([other!]).length, { intervals: [20] }).toBe(1);
      expect(other!.sip.registeredAt! - since).toBeLessThanOrEqual(takeoverLimit);
      await hidden();
      await other!.desk.ready();
      await other!.desk.customerCalls('agent14', '0661234502');
      await other!.desk.shows('In a call');
      await expect.poll(() => heardEnergy(other!.page)).toBeGreaterThan(0.01);
      await hidden();
      await other!.page.bringToFront();
      await other!.desk.finish();
    },
  );
});
