import { expect, test } from './desk';
import { full } from './everyday';

test('a pause asked for in a call is shown as the next one, and taken after it', async ({ desk, page }) => {
  await desk.begin('agent6');
  await desk.talk();
  await desk.button('Pause').click();
  await page.getByRole('combobox', { name: /^Search/ }).fill('обід');
  await page.keyboard.press('Enter');
  await expect(desk.root.getByText('next: Обід')).toBeVisible();
  await desk.hangUp();
  await desk.setCode();
  await desk.shows(/^\s*Pause\s+· Обід/);
  await desk.press('End the pause', 'Pause');
  await desk.shows('Available');
});

test(
  'a pause’s limit: its time is shown with it, and a warning comes before it is over',
  full,
  async ({ desk, page }) => {
    await desk.begin('agent6');
    await desk.button('Pause').click();
    await page.getByRole('option', { name: 'Technical Break' }).click();
    await desk.shows(/^\s*Pause\s+· Technical Break/);
    await expect(desk.timer).toHaveText(/^\s*00:0\d \/ 15:00\s*$/);
    await expect(desk.notice).toBeHidden();
    const { serverTime } = desk.wire.received.at(-1) as { serverTime: number };
    await desk.stage({ serverTime, time: serverTime - (15 * 60 - 40) * 1000 });
    await expect(desk.notice).toContainText(/This pause may last 00:[1-4]\d more/);
    await desk.stage({ serverTime, time: serverTime - (15 * 60 + 90) * 1000 });
    await expect(desk.notice).toContainText(/This pause is 01:[3-5]\d over its limit/);
    await desk.stage({});
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');
  },
);

test('40 reasons: the list leaves the timer to be seen, is searched and scrolls', full, async ({ desk, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await desk.signIn('agent6');
  await page.getByRole('button', { name: 'Phone', exact: true }).click();
  await desk.ready();
  const pauseList = Array.from({ length: 40 }, (_, index) => [String(index + 1), `Перерва ${index + 1}`]);
  await desk.stage({ pauseList });
  await desk.button('Pause').click();
  const list = page.getByRole('dialog', { name: 'Reasons for a pause' });
  await expect(list.getByRole('option')).toHaveCount(40);
  const timer = await desk.timer.boundingBox();
  const panel = await list.boundingBox();
  expect(panel?.y).toBeGreaterThanOrEqual((timer?.y ?? 0) + (timer?.height ?? 0));
  await page.keyboard.type('перерва 37');
  await expect(list.getByRole('option')).toHaveCount(1);
  desk.wire.forget();
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.wire.asked('pause').map(({ id }) => String(id))).toEqual(['37']);
  await desk.stage({});
});

test('Force Pause: a call that nothing answered is explained, with what to do', full, async ({ desk, page }) => {
  // The INVITE never reaches the tab, as if the tab slept.
  let deaf = true;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      if (!(deaf && String(message).startsWith('INVITE '))) socket.send(message);
    });
  });
  await page.addInitScript(() => {
    const opened: MediaStreamTrack[] = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      opened.push(...stream.getAudioTracks());
      return stream;
    };
    Object.assign(window, { opened });
  });
  await desk.begin('agent7');
  const words = await desk.watchWords();
  await desk.call('0661234501');
  await desk.shows(/^\s*Pause\s+· Force Pause/, 25_000);
  expect(await words()).toEqual(['Available', 'Dialling', 'Available', 'Pause']);
  expect(desk.wire.states).toContain('STATE_MAKECALL_FAILED');
  await expect(desk.notice).toContainText('A call was not answered here, so Mediatel paused you');

  await test.step('why was that missed?', async () => {
    await desk.notice.getByRole('button', { name: 'Why?' }).click();
    await expect(desk.root.getByRole('heading', { name: 'Why it was missed' })).toBeVisible();
    await expect(desk.root.locator('mediatel-missed-page li')).toHaveCount(1);
    await desk.button('Back').click();
  });
  await test.step('the pause is ended, and the next call goes through', async () => {
    deaf = false;
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');
    await desk.talk();
    await desk.finish();
  });
  await test.step('a second call is missed for another reason: a card for each, the newest first', async () => {
    // What the browser does when the operator revokes the permission during a shift.
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      for (const track of (window as unknown as { opened: MediaStreamTrack[] }).opened) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    });
    await expect(desk.notice).toContainText(/microphone/i);
    await desk.customerCalls('agent7', '0661234502');
    await desk.shows(/Force Pause/, 30_000);
    await desk.openMenu();
    await desk.menuItem('Missed calls (2)').click();
    const cards = desk.root.locator('mediatel-missed-page li');
    await expect(cards).toHaveCount(2);
    await expect(cards.nth(0)).toContainText('066 123 45 02');
    await expect(cards.nth(0)).toContainText('Your microphone was not ready, so the call was refused.');
    await expect(cards.nth(1)).toContainText('066 123 45 01');
    await expect(cards.nth(1)).toContainText('Mediatel says that nobody answered, but nothing rang here.');
    await cards
      .nth(0)
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    await expect(cards).toHaveCount(1);
    await expect(cards).toContainText('nothing rang here');
    await desk.button('Back').click();
    await desk.press('End the pause', 'Pause');
  });
});
