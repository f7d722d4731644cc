import { expect, test } from './firefox';

test('both sockets are cut in a call: the call goes on, the desk says so and recovers', async ({ desk, lines }) => {
  await desk.signIn('agent7');
  await desk.ready();
  await desk.call('0661234505');
  await desk.shows('In a call');
  await expect.poll(() => desk.proof('customer')).toBe('heard');

  for (const line of [lines.mediatel, lines.sip]) line.cut();
  await desk.says('No connection to Mediatel');
  await desk.shows('In a call');
  await expect.poll(() => desk.proof('customer')).toBe('heard');
  for (const line of [lines.mediatel, lines.sip]) line.restore();
  await expect.poll(() => desk.text(), { timeout: 30_000 }).not.toContain('No connection to Mediatel');
  await expect.poll(() => lines.sip.connections).toBe(1);
  await desk.finish();
  await desk.ready();
});
