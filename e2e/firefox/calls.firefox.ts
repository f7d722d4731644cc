import { expect, test } from './firefox';

/** The customer at this number echoes. */
const echoes = '0661234505';

test('calls out, is heard both ways, mutes, holds, sends keys, and saves the code', async ({ desk }) => {
  await desk.signIn('agent1');
  await desk.ready();
  await desk.call(echoes);
  await desk.shows('In a call');
  await expect.poll(() => desk.proof('you')).toBe('heard');
  await expect.poll(() => desk.proof('customer')).toBe('heard');

  await test.step('mute', async () => {
    await desk.press('Mute');
    await desk.says('Nobody hears you');
    // The echo of silence is silence.
    await expect.poll(() => desk.proof('customer'), { timeout: 25_000 }).toBe('silent');
    await desk.press('Unmute');
    await expect.poll(() => desk.proof('you')).toBe('heard');
    await expect.poll(() => desk.proof('customer')).toBe('heard');
  });
  await test.step('hold', async () => {
    await desk.press('Hold');
    await desk.shows('On hold');
    await expect.poll(() => desk.proof('you')).toBe('');
    await desk.press('Resume');
    await desk.shows('In a call');
    await expect.poll(() => desk.proof('you')).toBe('heard');
  });
  await test.step('keys', async () => {
    await desk.press('Keys');
    for (const key of ['Digit 4', 'Digit 2']) await desk.press(key);
    await expect.poll(() => desk.page.evaluate(() => window.tones)).toEqual(['4', '2']);
    await desk.press('Keys');
  });
  await desk.finish();
});

test('a customer calls: answered automatically, heard both ways', async ({ desk }) => {
  await desk.signIn('agent2');
  await desk.ready();
  expect(await desk.customerCalls('agent2', echoes)).toBeLessThan(300);
  await desk.shows('In a call');
  await expect.poll(() => desk.proof('you')).toBe('heard');
  await expect.poll(() => desk.proof('customer')).toBe('heard');
  await desk.finish();
});

test('a reload finds the desk ready for the next call', async ({ desk }) => {
  await desk.signIn('agent3');
  await desk.ready();
  await desk.page.reload();
  await desk.ready();
  await desk.call(echoes);
  await desk.shows('In a call');
  await expect.poll(() => desk.proof('you')).toBe('heard');
  await desk.finish();
});
