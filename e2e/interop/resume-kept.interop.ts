import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { until } from 'test-kit';
import { event, eventsOf, heardTheTone, listen, silent } from '../softphone-steps';
import { CustomerScript } from './customer-script';
import { ready, test } from './interop';
import { goesOn, heardBothWays, nothingKept, resumed, talking } from './resumed-call';

test('each re-INVITE and the BYE of the page are challenged: the call goes on', async ({
  page,
  server,
  signIn,
  call,
  wire,
}) => {
  await server.set('challenged', 1);
  await signIn();
  await ready(page);
  const customer = await call(new CustomerScript('challenged').calls().accepts().accepts().hearsBye());
  const callId = await talking(page, customer);
  for (const reload of [1, 2]) {
    await goesOn(page, customer, callId, () => signIn());
    expect(wire.received.filter(({ method, status }) => method === 'INVITE' && status === 407)).toHaveLength(reload);
  }
  await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  expect(await event(page, 'ended')).toMatchObject({ by: 'operator', answered: true });
  expect(await customer.verdict()).toBe(0);
  expect(wire.received.filter(({ method, status }) => method === 'BYE' && status === 407)).toHaveLength(1);
  await nothingKept(page);
});

for (const direction of ['sendonly', 'inactive'] as const)
  test(`a call on hold (${direction}) stays on hold over a reload`, async ({ page, signIn, call }) => {
    await signIn();
    await ready(page);
    const script = new CustomerScript(`held, ${direction}`).calls().waits().reInvites('held', 200, direction);
    const customer = await call(script.accepts(direction).waits().reInvites('retrieved').waits().hangsUp());
    const { audio } = customer;
    const callId = await talking(page, customer);
    customer.goOn();
    await customer.tells('held');

    await signIn();
    await resumed(page, callId);
    await customer.tells('renewed');
    await event(page, 'reconnected');
    audio.forget();
    if (direction === 'sendonly') {
      await heardTheTone(page);
      // The operator hears the music; the customer hears nothing.
      await listen(page);
    } else {
      await page.waitForFunction(() =>
        window.page.events.some((one) => one.type === 'audioProved' && one.proof.incoming.reason === 'held'),
      );
    }
    await page.waitForFunction(() =>
      window.page.events.some((one) => one.type === 'audioProved' && one.proof.outgoing.reason === 'held'),
    );
    expect(audio.loudest).toBeLessThan(silent);

    customer.goOn();
    await customer.tells('retrieved');
    await heardBothWays(page, customer);
    expect(await eventsOf(page, 'ended')).toEqual([]);
    customer.goOn();
    expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
    expect(await customer.verdict()).toBe(0);
  });

test('a muted call stays muted over a reload', async ({ page, signIn, call }) => {
  await signIn();
  await ready(page);
  const customer = await call(new CustomerScript('muted').calls().accepts().waits().hangsUp());
  const { audio } = customer;
  const callId = await talking(page, customer);
  const setMuted = (muted: boolean): Promise<void> =>
    page.evaluate(([id, wanted]) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: wanted }), [
      callId,
      muted,
    ] as const);
  await setMuted(true);
  await event(page, 'muteChanged');

  await signIn();
  expect(await event(page, 'resumed')).toMatchObject({ callId, muted: true });
  await customer.tells('renewed');
  audio.forget();
  await heardTheTone(page);
  await until(() => audio.packets > 75, 'the customer gets packets');
  expect(audio.loudest).toBeLessThan(silent);

  await setMuted(false);
  await heardBothWays(page, customer);
  customer.goOn();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
  expect(await customer.verdict()).toBe(0);
});

/** How long a SIP socket takes to open (ms): a key can be pressed before. */
const slowOpening = 1000;

test('digits pressed after a reload reach the customer once each, as telephone-events', async ({
  page,
  signIn,
  call,
}) => {
  await page.routeWebSocket(/.*/, async (socket) => {
    await setTimeout(slowOpening);
    socket.connectToServer();
  });
  await signIn();
  await ready(page);
  const script = new CustomerScript('digits')
    .calls()
    .accepts('sendrecv', (meanwhile) => meanwhile.tells('asked').waits());
  const customer = await call(script.waits().hangsUp());
  const { audio } = customer;
  const callId = await talking(page, customer);
  const press = (digits: string): Promise<void> =>
    page.evaluate(
      ([id, pressed]) => window.page.softphone.execute({ type: 'sendDigits', callId: id, digits: pressed }),
      [callId, digits] as const,
    );
  const heard = (count: number): Promise<void> =>
    until(() => audio.toneEvents.filter(({ ends }) => ends > 0).length >= count, `${count} digits came`);

  await signIn();
  await resumed(page, callId);
  // Before SIP is back, before the new connection is agreed on, and after.
  await press('5');
  expect(await eventsOf(page, 'registrationChanged').then((told) => told.at(-1)?.registration.status)).not.toBe(
    'registered',
  );
  await customer.tells('asked');
  await press('7');
  customer.goOn();
  await customer.tells('renewed');
  await heard(2);
  await press('9');
  await heard(3);
  await heardBothWays(page, customer);
  expect(audio.toneEvents.map(({ event: digit }) => digit)).toEqual([5, 7, 9]);
  customer.goOn();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
  // An INFO would not be in the scenario.
  expect(await customer.verdict()).toBe(0);
});

test('a session timer is refreshed by the customer’s side, before and after a reload', async ({
  page,
  signIn,
  call,
  wire,
}) => {
  await signIn();
  await ready(page);
  const script = new CustomerScript('timer')
    .calls('Supported: timer', 'Session-Expires: 90;refresher=uas', 'Min-SE: 90')
    .waits()
    .updates('updated');
  const customer = await call(
    script.accepts().waits().updates('updated again').waits().reInvites('refreshed').waits().hangsUp(),
  );
  const callId = await talking(page, customer);
  customer.goOn();
  await customer.tells('updated');
  await goesOn(page, customer, callId, () => signIn());
  customer.goOn();
  await customer.tells('updated again');
  customer.goOn();
  await customer.tells('refreshed');
  await heardBothWays(page, customer);
  // The page never promises to refresh: a refresh that its cut link can't carry would end the call.
  const ours = wire.sent.filter(({ method }) => ['INVITE', 'UPDATE'].includes(method));
  expect(ours.map((message) => message.header('Session-Expires'))).toEqual(ours.map(() => ''));
  expect(ours.filter(({ status }) => status === 200).length).toBe(4);
  customer.goOn();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
  expect(await customer.verdict()).toBe(0);
});
