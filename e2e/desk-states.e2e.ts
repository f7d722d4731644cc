import { expect, test } from './desk';
import { full } from './everyday';

/** Each row of the tables of states and statuses in docs/desk.md is a step here. */

test('STATE_IDLE, STATE_PAUSE, STATE_LOGOUT: available, on a pause, logged out', full, async ({ desk, page }) => {
  await desk.begin('agent16');

  await test.step('STATE_IDLE, available', async () => {
    await expect(desk.timer).toHaveText(/^\s*\d\d:\d\d\s*$/);
    await expect(desk.primary('Call')).toBeDisabled();
    await expect(desk.primary('Call')).toHaveAccessibleDescription('Enter a number first');
    await desk.number.fill('0661234501');
    await expect(desk.primary('Call')).toBeEnabled();
    await desk.number.press('Escape');
    await expect(desk.number).toHaveValue('');
    await expect(desk.button('Pause')).toBeEnabled();
  });

  await test.step('STATE_PAUSE, pause', async () => {
    await desk.button('Pause').click();
    await page.getByRole('combobox', { name: /^Search/ }).fill('meet');
    await page.keyboard.press('Enter');
    await desk.shows(/^\s*Pause\s+· Meeting/);
    expect(desk.wire.asked('pause')).toEqual([{ type: 'pause', id: expect.anything() }]);
    await expect(desk.timer).toHaveText(/00:0\d/);
    await desk.press('End the pause', 'Pause');
    await desk.shows('Available');
    expect(String(desk.wire.asked('pause')[1]?.['id'])).toBe('0');
  });

  await test.step('STATE_LOGOUT, offline', async () => {
    await desk.openMenu();
    await desk.menuItem('Log out').click();
    await desk.shows('Logged out');
    expect(desk.wire.asked('logout')).toHaveLength(1);
    desk.wire.forget();
    await expect(desk.root.getByText('Log in to make and take calls')).toBeVisible();
    await desk.press('Log in', 'Logged out');
    await desk.ready();
    expect(desk.wire.asked('login')).toHaveLength(1);
  });

  await test.step('STATE_LOGOUT that nobody asked for: logged in again automatically', async () => {
    desk.wire.forget();
    await desk.stage({ state: 'STATE_LOGOUT', status: 'offline', agentId: '-1', availableCommand: ['CMD_LOGIN'] });
    await expect.poll(() => desk.wire.asked('login')).toHaveLength(1);
    await desk.shows('Available');
  });
});

test('every state of a call, from dialling to clerical, without a flicker', async ({ desk }) => {
  await desk.begin('agent17');
  const called = ['Available', 'Dialling', 'Ringing', 'In a call'];
  const words = await desk.watchWords();
  const details = await desk.watchDetails();
  await desk.talk();
  await test.step('STATE_MAKECALL_REQUEST, STATE_CALL_DELIVERED, STATE_CALL_ACTIVE', async () => {
    expect(desk.wire.states).toEqual(
      expect.arrayContaining(['STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED', 'STATE_CALL_ACTIVE']),
    );
    expect(await words()).toEqual(called);
    await expect(desk.timer).toHaveText(/00:0\d \/ 03:00/);
    await expect(desk.root.getByText('outgoing')).toBeVisible();
  });

  await test.step('STATE_MUTE', async () => {
    await desk.button('Mute').click();
    await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
    await expect.poll(() => desk.wire.states).toContain('STATE_MUTE');
    await desk.shows(/^\s*Muted\s+· In a call/);
    await desk.button('Unmute').click();
    await expect(desk.root.getByText('Nobody hears you')).toBeHidden();
  });

  await test.step('STATE_DIALPAD', async () => {
    await desk.button('Keys').click();
    await desk.button('Digit 5').click();
    await expect.poll(() => desk.wire.states).toContain('STATE_DIALPAD');
    expect(await words()).toEqual([...called, 'Muted', 'In a call']);
  });

  await test.step('STATE_HOLD', async () => {
    await desk.button('Hold').click();
    await desk.shows('On hold');
    await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
  });

  await test.step('STATE_HOLD_DIALPAD', async () => {
    await desk.button('Digit 6').click();
    await expect.poll(() => desk.wire.states).toContain('STATE_HOLD_DIALPAD');
    // The buttons show all of it: no state that passes is a word beside the operator's.
    expect(await details()).toEqual(['', 'In a call']);
  });

  await test.step('STATE_HOLD_MAKECALL_PROGRESS and STATE_HOLD_MAKECALL_FAILED', async () => {
    for (const [state, words] of [
      ['STATE_HOLD_MAKECALL_PROGRESS', 'calling another'],
      ['STATE_HOLD_MAKECALL_FAILED', 'other call failed'],
    ] as const) {
      await desk.stage({ state, status: 'on_hold' });
      await desk.shows(new RegExp(`^\\s*On hold\\s+· ${words}`));
      await expect(desk.button('Resume')).toBeEnabled();
    }
    await desk.stage({});
    await desk.button('Resume').click();
    await desk.shows('In a call');
    expect(await words()).toEqual([...called, 'Muted', 'In a call', 'On hold', 'In a call']);
  });

  await test.step('STATE_CLERICAL', async () => {
    await desk.hangUp();
    await desk.shows('After call');
    await expect(desk.timer).toHaveText(/left/);
    await expect(desk.clerical).toBeVisible();
    await desk.setCode();
    await desk.shows('Available');
    expect((await words()).slice(-3)).toEqual(['In a call', 'After call', 'Available']);
  });
});

test('states that pass by while available change nothing', full, async ({ desk }) => {
  await desk.begin('agent18');
  const words = await desk.watchWords();
  const details = await desk.watchDetails();

  await test.step('STATE_PREDICTIVE', async () => {
    for (const turn of ['on', 'off']) {
      await desk.openMenu();
      await desk.menuItem(`Turn automatic dialling ${turn}`).click();
      await expect.poll(() => desk.wire.asked('predictive')).toHaveLength(turn === 'on' ? 1 : 2);
      await expect
        .poll(() => desk.wire.received.at(-1))
        .toMatchObject({ state: 'STATE_IDLE', predictiveStatus: turn === 'on' ? '1' : '0' });
    }
    expect(desk.wire.states).toContain('STATE_PREDICTIVE');
  });

  await test.step('STATE_PAUSE_LIST, STATE_CRT_DETAILS', async () => {
    for (const state of ['STATE_PAUSE_LIST', 'STATE_CRT_DETAILS']) {
      await desk.stage({ state });
      await expect.poll(() => desk.wire.received.at(-1)).toMatchObject({ state });
    }
    await expect(desk.button('Pause')).toBeEnabled();
  });
  expect(await words()).toEqual(['Available']);
  expect(await details()).toEqual(['']);

  await test.step('STATE_MAKECALL_FAILED', async () => {
    await desk.number.fill('0661234501');
    await desk.stage({
      state: 'STATE_MAKECALL_FAILED',
      status: 'available',
      callErrorID: '-226',
      callErrorText: 'The number cannot be dialled',
    });
    await expect(desk.notice).toContainText('The number cannot be dialled');
    await desk.shows('Available');
    await expect(desk.number).toHaveValue('066 123 45 01');
    await expect(desk.primary('Call')).toBeEnabled();
    await desk.stage({});
  });

  await test.step('STATE_CRT_DETAILS while an incoming call is delivered', async () => {
    desk.wire.forget();
    await desk.customerCalls('agent18', '0661234504');
    await desk.shows('In a call');
    expect(desk.wire.states).toContain('STATE_CRT_DETAILS');
    expect(await words()).toEqual(['Available', 'Incoming call', 'In a call']);
    await desk.shows('After call');
    await desk.setCode();
    await desk.shows('Available');
  });
});

test('what no document names is kept, named in the details only, and breaks nothing', full, async ({ desk, page }) => {
  await desk.begin('agent19');

  await test.step('an unknown state is read by its status', async () => {
    const shown = {
      available: 'Available',
      pause: 'Pause',
      start_dialing: 'Dialling',
      in_a_call: 'In a call',
      on_hold: 'On hold',
      clerical: 'After call',
    };
    for (const [status, word] of Object.entries(shown)) {
      await desk.stage({ state: 'STATE_NEW', status });
      await desk.shows(word);
    }
    await desk.stage({});
    await desk.shows('Available');
    await expect(desk.clerical).toBeHidden();
  });

  await test.step('with an unknown status too, it is unknown, and the details name it', async () => {
    await desk.stage({ state: 'STATE_TRANSFER', status: 'transferring' });
    await desk.shows('Unknown state');
    await expect(desk.notice).toContainText('Mediatel shows a state that this desk does not know');
    await expect(desk.root.getByText('STATE_TRANSFER')).toHaveCount(0);
    await desk.notice.getByRole('button', { name: 'Details' }).click();
    await expect(desk.notice).toContainText('STATE_TRANSFER');
    await expect(desk.primary('Call')).toBeDisabled();
    await expect(desk.primary('Call')).toHaveAccessibleDescription(/Only while available/);
    await desk.stage({});
    await desk.shows('Available');
  });

  await test.step('an unknown command, unknown fields, other spellings, absent fields', async () => {
    await desk.number.fill('0661234501');
    await desk.stage({ avaliableCommand: ['CMD_TRANSFER', 'CMD_PAUSE'], isAvaliable: true, tomorrow: [{ a: 1 }] }, [
      'availableCommand',
      'isAvailable',
      'queues',
    ]);
    await expect(desk.primary('Call')).toHaveAccessibleDescription('Mediatel does not allow “Call” now');
    await expect(desk.root.getByText('No queue for outgoing calls')).toBeVisible();
    await expect(desk.button('Pause')).toBeEnabled();
    await desk.stage({});
    await expect(desk.primary('Call')).toBeEnabled();
  });

  await test.step('a snapshot that can’t be read is reported and ignored', async () => {
    for (let times = 0; times < 12; times++) await desk.stage({ state: 7 });
    await expect(page.getByRole('alert')).toContainText('Mediatel sent something that this desk can’t read');
    await desk.shows('Available');
    await desk.stage({ pauseId: '4', state: 'STATE_PAUSE', status: 'pause', holdQueue: [], lastCallTime: 'yesterday' });
    await desk.shows(/^\s*Pause\s+· Meeting/);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await desk.stage({});
    await desk.shows('Available');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});
