import { Tab } from './operator-tabs';
import { expect } from './desk';
import { test, unseen } from './stock-browser';
import { severalTabs } from './several-tabs';

test.use(severalTabs);

test.use(unseen);
// A name that is not the machine's own: the browser treats the page as insecure.
test.use({ browserFlags: ['--host-resolver-rules=MAP crm.test 127.0.0.1'] });

test('a page without https works with Mediatel and the phone server, and says that the microphone needs https', async ({
  stock,
  baseURL,
}) => {
  const home = baseURL!.replace('localhost', 'crm.test');
  const faults: string[] = [];
  stock.context.on('weberror', (error) => faults.push(String(error.error())));
  const tab = await Tab.open(stock.context, home);
  expect(await tab.page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto])).toEqual([
    false,
    false,
    false,
  ]);
  const { desk } = tab;
  await desk.signIn('agent6');
  await expect(desk.notice).toContainText('This page may not use the microphone: it needs https');
  await expect.poll(() => desk.wire.states.at(-1)).toBe('STATE_IDLE');
  await expect.poll(() => tab.sip.isRegistered).toBe(true);

  // It takes no call in which nobody could speak, and says so before a call is missed.
  await expect(desk.root.getByText('Not ready').first()).toBeVisible();
  await expect.poll(() => desk.wire.asked('pause').length).toBe(1);
  await desk.shows('Pause');
  expect(faults).toEqual([]);
});
