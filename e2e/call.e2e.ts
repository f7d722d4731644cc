import { expect, test } from './desk';
import { heardEnergy, openConnections } from './heard';
import { energy, readWav, shareAt } from './wav';
import { full } from './everyday';

/** The fake microphone's beep, in Hz. */
const beep = 400;

test('an outgoing call: dialled, heard in both directions, hung up, coded, available again', async ({ desk, page }) => {
  await desk.signIn('agent1');
  await desk.ready();
  await desk.call('0661234501');
  await desk.shows('In a call');
  const traceId = await desk.traceId();

  // The customer greets: the received track has more energy than the ringback.
  const before = await heardEnergy(page);
  await expect.poll(() => heardEnergy(page)).toBeGreaterThan(before + 0.05);
  await page.screenshot({ path: 'test-results/in-a-call.png' });

  await desk.hangUp();
  await desk.shows('After call');
  await expect(desk.clerical.getByRole('option')).not.toHaveCount(0);
  await desk.setCode();
  await desk.shows('Available');
  await expect(desk.clerical).toBeHidden();
  expect(await openConnections(page)).toBe(0);

  // The recording has the operator's beep and the customer's voice, each in its channel.
  const { rate, operator, customer } = readWav(await desk.recording(traceId));
  expect(shareAt(operator, rate, beep)).toBeGreaterThan(0.5);
  // A silent channel has no energy. Chrome's own figure is larger, because it squares peaks.
  expect(energy(customer, rate)).toBeGreaterThan(0.001);
  expect(shareAt(customer, rate, beep)).toBeLessThan(0.2);
});

test('each queue brings its own call codes', full, async ({ desk, page }) => {
  await desk.signIn('agent2');
  await desk.ready();
  const codesOfPresentQueue = async (): Promise<string[]> => {
    await desk.call('0661234501');
    await desk.shows('In a call');
    await desk.hangUp();
    await expect(desk.clerical).toBeVisible();
    const names = await desk.clerical.getByRole('option').allInnerTexts();
    await desk.setCode();
    await desk.shows('Available');
    return names;
  };
  const first = await codesOfPresentQueue();
  await desk.root.getByRole('combobox', { name: 'Queue' }).click();
  await page.getByRole('option').nth(1).click();
  const second = await codesOfPresentQueue();
  expect(first.length).toBeGreaterThan(0);
  expect(second.length).toBeGreaterThan(0);
  expect(second).not.toEqual(first);
});

test('busy, and hanging up after five seconds, end in clerical as protocol.md says', async ({ desk }) => {
  await desk.signIn('agent3');
  await desk.ready();

  await desk.call('0661234502');
  await desk.shows('After call');
  await expect(desk.root.locator('mediatel-notice')).toContainText(/busy/i);
  await desk.setCode();
  await desk.shows('Available');

  await desk.call('0661234504');
  await desk.shows('In a call');
  await desk.shows('After call');
  await desk.setCode();
  await desk.shows('Available');
});

test('nobody answers: clerical with the reason', full, async ({ desk }) => {
  await desk.signIn('agent4');
  await desk.ready();
  await desk.call('0661234503');
  await desk.shows('Ringing');
  await desk.shows('After call', 40_000);
  await expect(desk.root.locator('mediatel-notice')).toContainText(/answer/i);
  await desk.setCode();
  await desk.shows('Available');
});

test('a customer who echoes sends the operator’s own beep back', full, async ({ desk, page }) => {
  await desk.signIn('agent11');
  await desk.ready();
  await desk.call('0661234505');
  await desk.shows('In a call');
  const traceId = await desk.traceId();
  const before = await heardEnergy(page);
  await expect.poll(() => heardEnergy(page)).toBeGreaterThan(before + 0.05);
  await desk.hangUp();
  await desk.setCode();
  await desk.shows('Available');
  const { rate, customer } = readWav(await desk.recording(traceId));
  expect(shareAt(customer, rate, beep)).toBeGreaterThan(0.5);
});

test('a call can be cancelled while it is dialled, and nothing is left behind', async ({ desk, page }) => {
  await desk.signIn('agent12');
  await desk.ready();
  await desk.call('0661234503');
  await desk.shows('Ringing');
  // The operator is connected; the server's handling of a cancelled call depends on it.
  await expect(desk.root.locator('mediatel-heard-meter')).toHaveCount(2);
  await desk.press('Cancel', 'Ringing');
  expect(desk.wire.asked('closeCall')).toHaveLength(1);
  await desk.shows('After call');
  await expect.poll(() => openConnections(page)).toBe(0);
  await desk.setCode();
  await desk.shows('Available');
});

test('mute silences the operator for the customer, and the next call is heard again', async ({ desk }) => {
  await desk.signIn('agent5');
  await desk.ready();
  const talk = async (meanwhile?: () => Promise<void>): Promise<number> => {
    await desk.call('0661234501');
    await desk.shows('In a call');
    const traceId = await desk.traceId();
    await meanwhile?.();
    await expect(desk.bar.getByRole('timer')).toHaveText(/00:(0[5-9]|[1-5]\d)/);
    await desk.hangUpFrom(meanwhile === undefined ? 'In a call' : 'Muted');
    await desk.setCode();
    await desk.shows('Available');
    const { rate, operator } = readWav(await desk.recording(traceId));
    // The last three seconds: completely muted or not muted.
    return energy(operator.subarray(-3 * rate), rate);
  };
  const muted = await talk(async () => {
    await desk.root.getByRole('button', { name: 'Mute' }).click();
    await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
  });
  const open = await talk();
  expect(open).toBeGreaterThan(0.01);
  expect(muted).toBeLessThan(open / 100);
});
