import { type Desk, expect, test } from './desk';
import { steadyBuffer } from './steady-buffer';
import { full } from './everyday';

/** Each row of the tables of commands in docs/desk.md is a step here. */

/** Sends a snapshot with the allowed commands of the present state, without one. The next snapshot has it again. */
async function without(desk: Desk, command: string, body: () => Promise<void>): Promise<void> {
  await test.step(`without ${command}`, async () => {
    await desk.stage({});
    const allowed = desk.wire.received.at(-1)?.['availableCommand'] as readonly string[];
    expect(allowed).toContain(command);
    await desk.stage({ availableCommand: allowed.filter((name) => name !== command) });
    await body();
    await desk.stage({});
  });
}

test('requests outside a call, and what prevents them', async ({ desk, page }) => {
  await desk.begin('agent20');
  const menuSays = async (item: string, why: string): Promise<void> => {
    await desk.openMenu();
    await expect(desk.menuItem(item)).toBeDisabled();
    await expect(desk.menuItem(item)).toContainText(why);
    await page.keyboard.press('Escape');
    await expect(desk.menuItem(item)).toBeHidden();
  };

  await test.step('logout, and login: once, with the extension', async () => {
    await desk.openMenu();
    await desk.menuItem('Log out').click();
    await desk.shows('Logged out');
    expect(desk.wire.asked('logout')).toHaveLength(1);
    desk.wire.forget();
    await desk.press('Log in', 'Logged out');
    await desk.ready();
    expect(desk.wire.asked('login')).toEqual([
      { type: 'login', user: 'agent20', password: expect.any(String), extension: '1020' },
    ]);
  });
  await without(desk, 'CMD_LOGOUT', () => menuSays('Log out', 'Mediatel does not allow “Log out” now'));
  await without(desk, 'CMD_PREDICTIVE', () =>
    menuSays('Turn automatic dialling on', 'Mediatel does not allow “Automatic dialling” now'),
  );
  await without(desk, 'CMD_PAUSE', async () => {
    await expect(desk.button('Pause')).toBeDisabled();
    await expect(desk.button('Pause')).toHaveAccessibleDescription('Mediatel does not allow “Pause” now');
  });
  await without(desk, 'CMD_MAKECALL', async () => {
    await desk.number.fill('0661234501');
    await expect(desk.primary('Call')).toHaveAccessibleDescription('Mediatel does not allow “Call” now');
    await desk.number.press('Enter');
  });
  await test.step('CMD_EXIT, CMD_ADD_CALL_INFO, CMD_REQ_…: nothing on the desk hangs on them', async () => {
    const controls = await desk.root.getByRole('button').allInnerTexts();
    await desk.stage({ availableCommand: ['CMD_MAKECALL', 'CMD_PAUSE', 'CMD_PREDICTIVE', 'CMD_LOGOUT', 'CMD_NEW'] });
    await desk.openMenu();
    await expect(desk.menuItem('Restart the agent')).toHaveCount(0);
    await page.keyboard.press('Escape');
    expect(await desk.root.getByRole('button').allInnerTexts()).toEqual(controls);
    await desk.stage({});
  });
  await without(desk, 'CMD_LOGOUT', async () => expect(desk.wire.asked('makeCall')).toEqual([]));

  await test.step('without CMD_LOGIN', async () => {
    await desk.stage({ state: 'STATE_LOGOUT', status: 'offline', availableCommand: [] });
    await desk.shows('Logged out');
    await expect(desk.primary('Log in')).toHaveAccessibleDescription('Mediatel does not allow “Log in” now');
    await desk.stage({});
    await desk.shows('Available');
  });
});

test('requests in a call and after it', async ({ desk, page }) => {
  // A poor line's alarm would take the next pause's place.
  await steadyBuffer(page);
  await desk.begin('agent16');
  desk.wire.forget();

  await test.step('makeCall: once, with the queue shown', async () => {
    await desk.talk();
    expect(desk.wire.asked('makeCall')).toEqual([
      { type: 'makeCall', phoneNumber: '0661234501', queueName: 'DM_Banks_ManualCalls' },
    ]);
  });
  await without(desk, 'CMD_HOLDCALL', () =>
    expect(desk.button('Hold')).toHaveAccessibleDescription('Mediatel does not allow “Hold” now'),
  );
  await test.step('holdCall, retrieveCall: once each', async () => {
    await desk.button('Hold').click();
    await desk.shows('On hold');
    await desk.button('Resume').click();
    await desk.shows('In a call');
    expect([desk.wire.asked('holdCall').length, desk.wire.asked('retrieveCall').length]).toEqual([1, 1]);
  });
  await test.step('muteCall: requested as the wanted value', async () => {
    for (const [button, mute] of [
      ['Mute', 1],
      ['Unmute', 0],
    ] as const) {
      desk.wire.forget();
      await desk.button(button).click();
      await expect.poll(() => desk.wire.received.at(-1)).toMatchObject({ state: 'STATE_CALL_ACTIVE', mute });
      expect(desk.wire.asked('muteCall')).toHaveLength(1);
    }
  });
  await without(desk, 'CMD_MUTE', async () => {
    desk.wire.forget();
    await desk.button('Mute').click();
    await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
    expect(desk.wire.asked('muteCall')).toEqual([]);
    await desk.button('Unmute').click();
    await expect(desk.root.getByText('Nobody hears you')).toBeHidden();
  });
  await test.step('logout: not during a call', async () => {
    await desk.openMenu();
    await expect(desk.menuItem('Log out')).toContainText('Not during a call');
    await desk.page.keyboard.press('Escape');
  });
  await test.step('CMD_DIALPAD: keys work without it, for tones travel in the audio', async () => {
    await desk.stage({ availableCommand: ['CMD_PAUSE', 'CMD_HOLDCALL', 'CMD_MUTE'] });
    await expect(desk.button('Keys')).toBeEnabled();
    await desk.button('Keys').click();
    await desk.button('Digit 5').click();
    await expect(desk.root.locator('output')).toHaveText('5');
    await desk.button('Keys').click();
    await desk.stage({});
  });
  await test.step('pause: in a call it is the next one, and can be dropped', async () => {
    await desk.button('Pause').click();
    await desk.page.getByRole('option', { name: 'Meeting' }).click();
    await expect(desk.root.getByText('next: Meeting')).toBeVisible();
    await desk.button('Cancel the next pause').click();
    await expect(desk.root.getByText('next: Meeting')).toBeHidden();
    expect(desk.wire.asked('pause').map(({ id }) => String(id))).toEqual(['4', '0']);
  });
  await test.step('closeCall: once', async () => {
    await desk.hangUp();
    await desk.shows('After call');
    expect(desk.wire.asked('closeCall')).toHaveLength(1);
  });
  await test.step('resolutionSet: once, and never without a choice', async () => {
    await expect(desk.save).toBeDisabled();
    await desk.setCode('2');
    await desk.shows('Available');
    expect(desk.wire.asked('resolutionSet')).toEqual([{ type: 'resolutionSet', id: 5 }]);
  });
});

test('a number that can’t be dialled is reported, and stays in the field', full, async ({ desk }) => {
  await desk.begin('agent15');
  await desk.number.fill('**');
  await desk.untilAsked(() => desk.number.press('Enter'), 'makeCall');
  await expect(desk.notice).toContainText('The number cannot be dialled');
  expect(desk.wire.states).toContain('STATE_MAKECALL_FAILED');
  await desk.shows('Available');
  await expect(desk.number).toHaveValue('**');
});

test('exit: offered once a request is unanswered, and brings the operator back', full, async ({ desk, page }) => {
  let silent = true;
  const asked: string[] = [];
  await page.routeWebSocket(/\/mediatel\/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const type = /"type":"(\w+)"/.exec(String(message))?.[1];
      if (type !== undefined) asked.push(type);
      if (!(silent && typeof message === 'string' && message.includes('"predictive"'))) server.send(message);
    });
  });
  await desk.begin('agent17');
  await desk.openMenu();
  await desk.menuItem('Turn automatic dialling on').click();
  await expect(desk.notice).toContainText('Mediatel does not answer');
  silent = false;
  await desk.notice.getByRole('button', { name: 'Restart the agent' }).click();
  await desk.shows('Available');
  await desk.ready();
  // At the sign-in, then by the library itself: nobody pressed Log in.
  expect(asked).toEqual(['login', 'predictive', 'exit', 'login']);
});
