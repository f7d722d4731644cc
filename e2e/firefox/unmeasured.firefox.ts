import { expect, test } from './firefox';

test.use({ hasSound: false });

test('without a way out for sound the level can’t be measured, which is not silence', async ({ desk }) => {
  await desk.signIn('agent4');
  await desk.ready();
  await desk.call('0661234505');
  await desk.shows('In a call');
  await expect.poll(() => desk.proof('customer')).toBe('heard');
  await expect.poll(() => desk.proof('you')).toBe('can’t be measured');
  expect(await desk.page.evaluate(() => document.querySelectorAll('mediatel-level-meter .unknown').length)).toBe(5);
  await desk.finish();
});
