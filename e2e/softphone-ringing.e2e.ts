import { expect, test, type Page } from '@playwright/test';
import { until } from 'test-kit';
import { bundlePage } from './bundle-page';
import { SipPeer } from './sip-peer';
import { answer, event, eventsOf, heardTheTone, loud, ready } from './softphone-steps';
import { storedOfAccount } from './stored-of-account';

let peer: SipPeer;

test.beforeAll(async () => {
  peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
});
test.afterAll(() => peer.close());
test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  await page.close();
  peer.reset();
});

const kept = (page: Page): Promise<string | null> => storedOfAccount(page, 'mediatel.sip.invite');

const ringAgain = (page: Page): Promise<void> =>
  page.evaluate(() => window.page.softphone.execute({ type: 'ringAgain' }));

// A page of its own, and one that is an operator's tab: that one lets go of the phone when it is left.
for (const query of ['', '?tabs'])
  test(`a call that rings is answered by the next page, and both are heard: /${query}`, async ({ page }) => {
    await ready(page, peer.port, query);
    const call = await peer.call();
    const { callId } = await event(page, 'invited');
    await ready(page, peer.port, query);
    expect(call.ended).toBe(false);
    expect(await eventsOf(page, 'invited')).toEqual([]);

    await ringAgain(page);
    expect(await event(page, 'invited')).toMatchObject({ callId, callerNumber: '0661234501', callerName: 'DM_MFO_1' });
    // It rings once, however often the snapshot says so.
    await ringAgain(page);
    await answer(page);
    await call.answered();
    await heardTheTone(page);
    await until(() => call.heard() > loud);
    expect(call.responses.filter(({ status }) => (status ?? 0) >= 300)).toEqual([]);
    expect(await eventsOf(page, 'invited')).toHaveLength(1);
    expect(await kept(page)).toBeNull();
    call.bye();
    await event(page, 'ended');
  });

test('a call that was cancelled, and one that another call follows, ring in no later page', async ({ page }) => {
  await ready(page, peer.port);
  const cancelled = await peer.call();
  await event(page, 'invited');
  cancelled.cancel();
  await event(page, 'ended');
  expect(await kept(page)).toBeNull();

  const left = await peer.call();
  await event(page, 'invited', 2);
  await ready(page, peer.port);
  const next = await peer.call();
  await event(page, 'invited');
  await ringAgain(page);
  await answer(page);
  await next.answered();
  expect(left.answeredAt).toBe(0);
  next.bye();
  await event(page, 'ended');
  expect(await eventsOf(page, 'invited')).toHaveLength(1);
});
