import type { Dialog, Page } from '@playwright/test';
import { expect, test } from './desk';
import { heardEnergy } from './heard';
import { openTabs, registered } from './operator-tabs';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

const shownAt = new WeakMap<Dialog, number>();

/** Milliseconds since the dialog was first seen. */
function shownFor(dialog: Dialog): number {
  const since = shownAt.get(dialog) ?? Date.now();
  shownAt.set(dialog, since);
  return Date.now() - since;
}

test(
  'signing out in a follower signs out all tabs: nobody is logged in, registered or heard',
  full,
  async ({ context }) => {
    // There was a race between Mediatel's answer and another tab's message: several rounds.
    for (let round = 0; round < 4; round++) {
      const tabs = await openTabs(context, 'agent2', 2);
      const [leader, other] = tabs;
      expect(await leader!.microphones()).toBe(1);
      leader!.desk.wire.forget();
      await other!.signOut();
      await expect(other!.page.getByLabel('Login')).toBeVisible();
      await expect.poll(() => registered(tabs).length).toBe(0);
      await expect.poll(() => leader!.microphones()).toBe(0);
      expect(leader!.desk.wire.states.at(-1)).toBe('STATE_LOGOUT');
      expect(leader!.desk.wire.sent.map(({ type }) => type)).toEqual(['logout']);
      for (const { page } of tabs) await page.close();
    }
  },
);

const standing = {
  // The browser reports the loss of the lock before it answers `locks.query()`: `Certainty` relies on it.
  'stands still': (page: Page) =>
    page.evaluate(() => {
      const end = Date.now() + 9000;
      while (Date.now() < end);
    }),
  'shows a dialog': async (page: Page) => {
    const [dialog] = await Promise.all([
      page.waitForEvent('dialog'),
      page.evaluate(() => void setTimeout(() => alert('Print preview'))),
    ]);
    await expect.poll(() => shownFor(dialog), { timeout: 15_000 }).toBeGreaterThan(9000);
    await dialog.dismiss();
  },
};

for (const [what, stand] of Object.entries(standing)) {
  test(`signing out while the leader ${what} logs out, and the leader logs nobody in when it wakes`, async ({
    context,
  }) => {
    const tabs = await openTabs(context, 'agent8', 2);
    const [leader, other] = tabs;
    for (const { desk } of tabs) desk.wire.forget();
    const standing = stand(leader!.page);
    await other!.signOut();
    await expect(other!.page.getByLabel('Login')).toBeVisible({ timeout: 12_000 });
    expect(other!.desk.wire.sent.map(({ type }) => type)).toEqual(['logout']);
    await expect(other!.page.getByText('may still be logged in')).toBeHidden();
    await standing;
    await leader!.desk.shows('Logged out');
    await expect.poll(() => registered(tabs).length).toBe(0);
    await expect.poll(() => leader!.microphones()).toBe(0);
    expect(leader!.desk.wire.sent).toEqual([]);
  });
}

test('codes saved in a tab that is not the phone are saved in both, and no well link is dropped', async ({
  context,
}) => {
  const [leader, other] = await openTabs(context, 'agent3', 2);
  const sockets: string[] = [];
  await other!.desk.talk();
  await other!.desk.hangUp();
  await leader!.desk.shows('After call');
  leader!.page.on('websocket', (socket) => sockets.push(socket.url()));
  leader!.desk.wire.forget();
  await other!.desk.setCode();
  const savedAt = Date.now();
  for (const tab of [leader!, other!]) await tab.desk.shows('Available');
  expect(leader!.desk.wire.asked('resolutionSet')).toHaveLength(1);
  expect(other!.desk.wire.sent).toEqual([]);
  // A command that nobody settles is unanswered after 5 s, and the link is dropped.
  await expect
    .poll(
      async () => {
        for (const { desk } of [leader!, other!]) await expect(desk.root).not.toContainText('does not answer');
        expect(sockets).toEqual([]);
        return Date.now() - savedAt;
      },
      { timeout: 15_000 },
    )
    .toBeGreaterThan(6000);
});

test(
  'a dialog in the leader for ten seconds of a call cuts nobody off; the other tab says what it knows',
  full,
  async ({ context }) => {
    const [leader, other] = await openTabs(context, 'agent4', 2);
    await leader!.desk.talk();
    await other!.desk.shows('In a call');
    const before = await heardEnergy(leader!.page);
    const [dialog] = await Promise.all([
      leader!.page.waitForEvent('dialog'),
      // Not awaited: the page is blocked until the dialog is closed.
      leader!.page.evaluate(() => void setTimeout(() => alert('Print preview'))),
    ]);
    const shownAt = Date.now();
    await expect(other!.desk.notice).toContainText('does not answer', { timeout: 10_000 });
    await expect
      .poll(
        () => {
          expect(registered([leader!, other!])).toEqual([leader]);
          return Date.now() - shownAt;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(10_000);
    await dialog.dismiss();
    await expect(other!.desk.notice).toBeHidden();
    for (const { desk } of [leader!, other!]) await desk.shows('In a call');
    await expect.poll(() => heardEnergy(leader!.page)).toBeGreaterThan(before + 0.01);
    expect(leader!.sip.answers).toBe(1);
    await other!.desk.hangUp();
    for (const { desk } of [leader!, other!]) await desk.shows('After call');
    await leader!.desk.setCode();
  },
);
