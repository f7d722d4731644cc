import { expect } from '@playwright/test';
import { until } from 'test-kit';
import { measured } from '../faults/measured';
import { answer, event, eventsOf, heardTheTone, registration } from '../softphone-steps';
import { password, ready, test } from './interop';

test('registers with digest; a wrong password is reported as rejected', async ({ page, signIn, wire }) => {
  await signIn({ password: `not ${password}` });
  await registration(page, 'rejected');
  const told = (await eventsOf(page, 'registrationChanged')).at(-1)?.registration;
  expect(told).toMatchObject({ status: 'rejected', sipStatus: 401 });
  expect(wire.registered(200)).toEqual([]);
  const tries = wire.registered(401).length;

  await signIn();
  await ready(page);
  expect(wire.registered(401)).toHaveLength(tries + 1);
  expect(wire.registered(200)).toHaveLength(1);
});

test.describe('if the server accepts a binding for 4 s at most', () => {
  test.use({ maxExpires: 4 });

  test('refreshes before each end, unseen, and can still be called', async ({ page, signIn, call, wire }) => {
    await signIn();
    await ready(page);
    const started = performance.now();
    await until(() => wire.registered(200).length === 4, 'registered four times', 30_000);
    const seconds = (performance.now() - started) / 1000;
    // Half of the lifetime, plus or minus a tenth; later would be after the binding's end.
    measured('3 refreshes of a binding for 4 s', seconds, 12, 's');
    expect(seconds).toBeGreaterThan(4);
    const told = (await eventsOf(page, 'registrationChanged')).map((one) => one.registration.status);
    expect(told).toEqual(['connecting', 'registering', 'registered']);

    const customer = await call('sends-bye');
    await answer(page);
    await customer.tells('answered');
    await heardTheTone(page);
    customer.goOn();
    expect(await event(page, 'ended')).toMatchObject({ by: 'server' });
    expect(await customer.verdict()).toBe(0);
  });
});
