import { Desk, expect, test } from './desk';
import { speak } from './languages';
import { bothSizes, picture } from './picture';

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

/** At 360 px the phone is one of two places: shows it. */
async function bringPhone(desk: Desk): Promise<void> {
  await desk.page.setViewportSize(narrow);
  await desk.page.getByRole('button', { name: 'Phone', exact: true }).click();
}

async function openCard(desk: Desk): Promise<void> {
  const { page } = desk;
  await page.setViewportSize(wide);
  await page.getByRole('main').getByRole('link').first().click();
  await expect(
    page
      .getByRole('main')
      .getByRole('button', { name: /^Call / })
      .first(),
  ).toBeVisible();
}

const longCode = 'Клієнт обіцяє сплатити частково після отримання зарплати 15-го числа';

test('a shift', async ({ desk, page }) => {
  await page.goto('/');
  await expect(page.getByLabel('Login')).toBeVisible();
  await picture(page, 'sign-in', bothSizes);
  await page.setViewportSize(wide);
  await desk.begin('agent1');
  await openCard(desk);
  await bringPhone(desk);
  await picture(page, 'available', bothSizes);
  await page.setViewportSize(wide);
  await page.getByRole('button', { name: 'Close the hints' }).click();

  await desk.number.fill('38066123456789012345');
  await picture(page, 'long-number');
  await desk.number.fill('');

  await desk.openMenu();
  await picture(page, 'menu');
  await page.keyboard.press('Escape');
  for (const [name, item] of [
    ['readiness', 'Sound and line check'],
    ['shortcuts', 'Keyboard shortcuts'],
  ] as const) {
    await desk.openMenu();
    await desk.menuItem(item).click();
    await expect(desk.root.getByRole('heading', { name: item })).toBeVisible();
    await expect(desk.root.getByText('Loading…')).toBeHidden();
    await picture(page, name);
    await desk.button('Back').click();
  }

  await desk.call('0661234503');
  await desk.shows('Ringing');
  await picture(page, 'ringing', bothSizes);
  await desk.press('Cancel', 'Ringing');
  await expect(desk.clerical).toBeVisible();
  await desk.setCode('6');
  await desk.shows('Available');

  await desk.talk();
  await expect(desk.root.locator('mediatel-heard-meter')).toHaveCount(2);
  await expect(desk.timer).toHaveText(/00:05/);
  await picture(page, 'in-a-call', bothSizes);
  await desk.button('Keys').click();
  await desk.button('Digit 4').click();
  await picture(page, 'keys');
  await desk.button('Keys').click();
  await desk.button('Mute').click();
  await picture(page, 'muted');
  await desk.button('Unmute').click();
  await desk.button('Pause').click();
  await page.getByRole('option', { name: 'Meeting' }).click();
  await picture(page, 'next-pause');
  await desk.button('Cancel the next pause').click();
  await desk.button('Hold').click();
  await desk.shows('On hold');
  await picture(page, 'on-hold');
  await desk.button('Resume').click();
  await desk.shows('In a call');
  await desk.stage({
    callHistory: [
      { date: '2021-03-20 10:12', operator: 'Koval O.', result: '50. No answer', RESERVED_7: '0' },
      { date: '2021-03-11 09:02', operator: 'Shevchuk T.', result: '10. Promise to pay', comment: 'Pays on Friday' },
    ],
  });
  await desk.button(/Earlier contacts \(2\)/).click();
  await expect(desk.root.getByRole('table')).toBeVisible();
  await picture(page, 'earlier-contacts');
  await desk.stage({ maxCallDuration: '30' });
  await expect(desk.notice).toContainText('Mediatel ends this call');
  await picture(page, 'call-limit');
  await desk.stage({});
  await desk.hangUp();
  await expect(desk.clerical).toBeVisible();
  await page.keyboard.press('1');
  await picture(page, 'after-call', bothSizes);
  await desk.openMenu();
  await desk.menuItem('My calls today').click();
  await expect(desk.clericalDialog).toBeVisible();
  await picture(page, 'after-call-dialog');
  await desk.button('Back').click();
  await desk.press('Save, be available', 'After call');
  await desk.shows('Available');

  await desk.openMenu();
  await desk.menuItem('My calls today').click();
  await expect(desk.root.getByRole('listitem').first()).toBeVisible();
  await picture(page, 'own-calls');
  await desk.button('Back').click();

  await desk.button('Pause').click();
  await picture(page, 'pauses');
  await page.getByRole('option', { name: 'Meeting' }).click();
  await desk.shows('Pause');
  await picture(page, 'pause');
  await desk.press('End the pause', 'Pause');
  await desk.shows('Available');
});

test('a pause’s limit, high contrast, and the places of the desk', async ({ desk, page }) => {
  await page.setViewportSize(wide);
  await desk.begin('agent4');
  await openCard(desk);
  const choose = async (menu: string, item: string): Promise<void> => {
    await page.setViewportSize(wide);
    await page.getByRole('button', { name: new RegExp(`^${menu}: `) }).click();
    await page.getByRole('menuitemradio', { name: item }).click();
    await expect(page.locator('.mat-mdc-menu-panel')).toHaveCount(0);
  };
  await desk.talk();
  await expect(desk.timer).toHaveText(/00:04/);
  await choose('Phone', 'Floating');
  await picture(page, 'floating', ['']);
  await choose('Phone', 'Across the page');
  await picture(page, 'wide', ['']);
  await choose('Phone', 'At the side');
  await choose('Appearance', 'High contrast');
  await picture(page, 'contrast', ['']);
  await desk.finish();
  await choose('Appearance', 'Use system setting');
  await desk.button('Pause').click();
  await page.getByRole('option', { name: 'Technical Break' }).click();
  await desk.shows('Pause');
  const { serverTime } = desk.wire.received.at(-1) as { serverTime: number };
  await desk.stage({ serverTime, time: serverTime - (15 * 60 + 90) * 1000 });
  await expect(desk.notice).toContainText('over its limit');
  await bringPhone(desk);
  await picture(page, 'pause-limit');
});

test('what seldom comes', async ({ desk, page }) => {
  let cut = false;
  const lines: (() => void)[] = [];
  await page.routeWebSocket(/\/mediatel\/socket\.io/, async (socket) => {
    if (cut) return socket.close();
    socket.connectToServer();
    lines.push(() => void socket.close());
  });
  // The INVITE does not reach the tab, as if the tab slept.
  let deaf = true;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      if (!(deaf && String(message).startsWith('INVITE '))) socket.send(message);
    });
  });
  await desk.begin('agent2');
  await bringPhone(desk);
  await test.step('many pauses, a long code, an unknown state', async () => {
    const pauseList = Array.from({ length: 40 }, (_, index) => [
      String(index + 1),
      `Перерва ${index + 1}: ${index % 3 ? 'навчання' : longCode}`,
    ]);
    await desk.stage({ pauseList });
    await desk.button('Pause').click();
    await picture(page, 'many-pauses');
    await page.keyboard.press('Escape');
    const availableCallCodes = Array.from({ length: 12 }, (_, index) => ({
      ID: String(index + 1),
      Name: `${index + 10}. ${index % 3 ? 'Передзвонити пізніше' : longCode}`,
      ActionFlag: '0',
    }));
    const call = {
      callTraceID: '1185574264',
      ani: '0661234567',
      queueName: 'DM_Banks_ManualCalls',
      availableCallCodes,
    };
    await speak(desk, 'Українська');
    await picture(page, 'ukrainian');
    await desk.stage({ ...call, state: 'STATE_CLERICAL', status: 'clerical', multipleCallCodeAllow: '1' });
    await expect(desk.clerical).toBeVisible();
    await page.keyboard.press('1');
    await page.keyboard.press('3');
    await picture(page, 'long-codes');
    await desk.stage({ state: 'STATE_TRANSFER_CONSULTATION', status: 'consulting' });
    await expect(desk.clerical).toBeHidden();
    await speak(desk, 'English');
    await picture(page, 'unknown-state');
    await desk.stage({});
  });
  await test.step('Force Pause, and why', async () => {
    await desk.call('0661234501');
    await desk.shows(/^\s*Pause\s+· Force Pause/, 25_000);
    await picture(page, 'force-pause');
    await desk.openMenu();
    await desk.menuItem(/Missed calls/).click();
    await expect(desk.root.getByRole('listitem').first()).toBeVisible();
    await picture(page, 'missed');
    await desk.button('Back').click();
    deaf = false;
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');
  });
  await test.step('no connection', async () => {
    cut = true;
    for (const hangUp of lines) hangUp();
    await expect(desk.notice).toContainText(/No connection|ended the connection/);
    await picture(page, 'no-connection');
  });
});

test('several tabs; a replay before a recording is opened', async ({ desk, page, context }) => {
  await page.goto('/replay');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await picture(page, 'replay-empty', bothSizes);
  await page.setViewportSize(wide);
  await desk.begin('agent5');
  const other = new Desk(await context.newPage());
  await other.page.goto('/');
  await expect(other.notice).toContainText('The phone is in another tab');
  await bringPhone(other);
  await picture(other.page, 'other-tab');
  await desk.talk('0661234505');
  await other.shows('In a call');
  await page.close();
  await expect(other.notice).toContainText('no audio here');
  await picture(other.page, 'call-without-audio');
  await other.hangUp();
  await other.setCode();
  await other.shows('Available');
});

test('no microphone', async ({ desk, page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await desk.signIn('agent3');
  await expect(desk.notice).toContainText('The browser does not allow the microphone');
  await bringPhone(desk);
  await picture(page, 'microphone-denied');
});
