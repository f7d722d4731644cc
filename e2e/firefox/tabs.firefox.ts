import { expect, test } from './firefox';

const follows = 'The phone is in another tab';

test('two tabs: one is the phone, both show the call; closed, the other takes over', async ({
  desk,
  openTab,
  lines,
}) => {
  await desk.signIn('agent5');
  await desk.ready();
  const other = await openTab();
  await other.shows('Available');
  await other.says(follows);
  expect(lines.sip.connections).toBe(1);

  await other.call('0661234505');
  for (const tab of [desk, other]) await tab.shows('In a call');
  await expect.poll(() => desk.proof('you')).toBe('heard');
  await other.finish();
  await desk.shows('Available');

  await desk.page.close();
  await other.ready();
  expect(lines.sip.connections).toBe(1);
  await other.call('0661234505');
  await other.shows('In a call');
  await expect.poll(() => other.proof('you')).toBe('heard');
  await other.finish();
});

test('brought here, the phone is in this tab', async ({ desk, openTab }) => {
  await desk.signIn('agent6');
  await desk.ready();
  const other = await openTab();
  await other.says(follows);
  await other.press('Bring it here');
  await other.ready();
  await desk.says(follows);
});
