import { expect } from '@playwright/test';
import { until } from 'test-kit';
import { answer, event, heardTheTone, listen, receivedEnergy, silent } from '../softphone-steps';
import { ready, test } from './interop';

test('a call is heard both ways; the operator hangs up', async ({ page, signIn, call }) => {
  await signIn();
  await ready(page);
  const customer = await call('hears-bye');
  const callId = await answer(page);
  expect(await event(page, 'invited')).toMatchObject({ callerNumber: '0661234501', callerName: 'DM_MFO_1' });
  await customer.tells('answered');
  await heardTheTone(page);
  await customer.audio.hearsTheBeep();
  await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  expect(await event(page, 'ended')).toMatchObject({ by: 'operator', answered: true });
  expect(await customer.verdict()).toBe(0);
});

test('the customer hangs up, and the next call is heard both ways', async ({ page, signIn, call }) => {
  await signIn();
  await ready(page);
  for (const count of [1, 2]) {
    const customer = await call('sends-bye');
    await answer(page, count);
    await customer.tells('answered');
    await heardTheTone(page);
    await customer.audio.hearsTheBeep();
    customer.goOn();
    expect(await event(page, 'ended', count)).toMatchObject({ by: 'server', answered: true });
    expect(await customer.verdict()).toBe(0);
    await customer.close();
  }
});

test('a call is held, silenced and retrieved by re-INVITEs', async ({ page, signIn, call }) => {
  await signIn();
  await ready(page);
  const customer = await call('holds');
  const { audio } = customer;
  await answer(page);
  await customer.tells('answered');
  await heardTheTone(page);
  await audio.hearsTheBeep();

  // On hold the operator hears the customer's side (its music), and the customer does not hear the operator.
  customer.goOn();
  await customer.tells('sendonly');
  await listen(page);
  audio.forget();
  await listen(page);
  expect(audio.loudest).toBeLessThan(silent);

  customer.goOn();
  await customer.tells('inactive');
  const before = audio.sent;
  const energy = await receivedEnergy(page);
  await until(() => audio.sent - before > 75);
  // Sound that was on its way when the hold was agreed may still be played.
  expect((await receivedEnergy(page)) - energy).toBeLessThan(0.005);
  expect(audio.loudest).toBeLessThan(silent);

  customer.goOn();
  await customer.tells('sendrecv');
  audio.forget();
  await listen(page);
  await audio.hearsTheBeep();

  customer.goOn();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
  expect(await customer.verdict()).toBe(0);
});

test('digits reach the customer as telephone-events', async ({ page, signIn, call }) => {
  await signIn();
  await ready(page);
  const customer = await call('hears-bye');
  const callId = await answer(page);
  await customer.tells('answered');
  await customer.audio.hearsTheBeep();
  await page.evaluate((id) => window.page.softphone.execute({ type: 'sendDigits', callId: id, digits: '5*#' }), callId);
  await until(() => customer.audio.toneEvents.filter(({ ends }) => ends > 0).length === 3);
  expect(customer.audio.toneEvents.map(({ event: digit }) => digit)).toEqual([5, 10, 11]);
  // 100 ms of 8,000 samples a second, as requested.
  for (const { duration } of customer.audio.toneEvents) expect(duration).toBeGreaterThanOrEqual(800);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  expect(await customer.verdict()).toBe(0);
});

test('digits reach the customer as INFO if so configured', async ({ page, signIn, call }) => {
  await signIn({ query: '?info' });
  await ready(page);
  const customer = await call('hears-info');
  const callId = await answer(page);
  await customer.tells('answered');
  await page.evaluate((id) => window.page.softphone.execute({ type: 'sendDigits', callId: id, digits: '7' }), callId);
  expect(await customer.tells('digit')).toContain('Signal: 7');
  expect(customer.audio.toneEvents).toEqual([]);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  expect(await customer.verdict()).toBe(0);
});
