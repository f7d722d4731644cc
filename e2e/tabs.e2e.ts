import { expect, test } from './desk';
import { echo, heardBothWays, heardEnergy, openConnections } from './heard';
import { type Tab, openTabs, registered } from './operator-tabs';
import { severalTabs } from './several-tabs';
import { full } from './everyday';

test.use(severalTabs);

/** Milliseconds, as promised in docs/reliability.md. */
const takeoverLimit = 3000;

/** Milliseconds from now until one of the tabs is registered. */
async function untilRegistered(tabs: readonly Tab[], since: number): Promise<{ tab: Tab; took: number }> {
  await expect.poll(() => registered(tabs).length, { intervals: [20], timeout: 15_000 }).toBe(1);
  const [tab] = registered(tabs);
  return { tab: tab!, took: tab!.sip.registeredAt! - since };
}

const report = (what: string, took: number): void => {
  test.info().annotations.push({ type: 'measured', description: `${what}: ${took} ms` });
  process.stdout.write(`      ${what}: ${took} ms\n`);
};

for (const [count, login] of [
  [2, 'agent13'],
  [5, 'agent14'],
] as const) {
  test(`${count} tabs: one registration, one answer, all show the same and each can give commands`, async ({
    context,
  }) => {
    const tabs = await openTabs(context, login, count);
    const [leader, other] = [tabs[0]!, tabs.at(-1)!];
    expect(registered(tabs)).toEqual([leader]);
    expect(leader.sip.contacts).toBe(1);

    // The command is given in a follower; the leader has the sound.
    await other.desk.call('0661234501');
    for (const { desk } of tabs) await desk.shows('In a call');
    const traceId = await leader.desk.traceId();
    for (const { desk } of tabs) expect(await desk.traceId()).toBe(traceId);
    const before = await heardEnergy(leader.page);
    await expect.poll(() => heardEnergy(leader.page)).toBeGreaterThan(before + 0.01);
    expect(tabs.map(({ sip }) => sip.answers)).toEqual([1, ...tabs.slice(1).map(() => 0)]);
    expect(await Promise.all(tabs.map(({ page }) => openConnections(page)))).toEqual([
      1,
      ...tabs.slice(1).map(() => 0),
    ]);

    await other.desk.root.getByRole('button', { name: 'Mute' }).click();
    for (const { desk } of tabs) await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
    await other.desk.hangUpFrom('Muted');
    for (const { desk } of tabs) await desk.shows('After call');
    await other.desk.setCode();
    for (const { desk } of tabs) await desk.shows('Available');
    expect(registered(tabs)).toEqual([leader]);
  });
}

test('the leader is closed: another tab takes over', full, async ({ context }) => {
  const [leader, ...others] = await openTabs(context, 'agent15', 3);
  const since = Date.now();
  await leader!.page.close();
  const { tab, took } = await untilRegistered(others, since);
  report('takeover after the leader was closed', took);
  expect(took).toBeLessThanOrEqual(takeoverLimit);
  await tab.desk.ready();
  await others.find((other) => other !== tab)!.follows();
  await others.find((other) => other !== tab)!.desk.talk();
  await tab.desk.shows('In a call');
  // A tab in the background draws no frame: nobody could press its buttons.
  await tab.page.bringToFront();
  await tab.desk.finish();
});

test('a code chosen in one tab is chosen in the other, and saved there once when the first is gone', async ({
  context,
}) => {
  const [leader, other] = await openTabs(context, 'agent12', 2);
  const { desk } = other!;
  await leader!.desk.talk();
  await leader!.desk.hangUp();
  await expect(leader!.desk.clerical).toBeVisible();
  await leader!.page.keyboard.press('2');
  const chosen = desk.clerical.getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName('11. Часткова оплата');
  // Nothing of the page runs any more, as in a crash.
  await leader!.page.close();
  await untilRegistered([other!], Date.now());
  await expect(chosen).toHaveAccessibleName('11. Часткова оплата');
  desk.wire.forget();
  await desk.clerical.getByRole('listbox').focus();
  await desk.saveByEnter();
  await desk.shows('Available');
  expect(desk.wire.asked('resolutionSet')).toHaveLength(1);
});

test(
  'the browser is about to freeze the leader: another tab takes over; the frozen one wakes and follows',
  full,
  async ({ context }) => {
    const [leader, other] = await openTabs(context, 'agent16', 2);
    const since = Date.now();
    // A headless page is never hidden, and only hidden pages are frozen: the test dispatches the event that comes before.
    await leader!.page.evaluate(() => document.dispatchEvent(new Event('freeze')));
    const { took } = await untilRegistered([other!], since);
    report('takeover after the leader was told of its freezing', took);
    expect(took).toBeLessThanOrEqual(takeoverLimit);
    await leader!.page.evaluate(() => document.dispatchEvent(new Event('resume')));
    await leader!.follows();
    await leader!.desk.talk();
    await other!.desk.shows('In a call');
    expect([leader!.sip.answers, other!.sip.answers]).toEqual([0, 1]);
    await other!.desk.finish();
    expect(registered([leader!, other!])).toEqual([other]);
  },
);

test('the leader hangs: another tab takes over; the old one releases the phone when it recovers', async ({
  context,
}) => {
  const [leader, other] = await openTabs(context, 'agent17', 2);
  const since = Date.now();
  const hang = leader!.page.evaluate(() => {
    const end = Date.now() + 6000;
    while (Date.now() < end);
  });
  const { took } = await untilRegistered([other!], since);
  report('takeover after the leader hung', took);
  expect(took).toBeLessThanOrEqual(takeoverLimit);
  await hang;
  await leader!.follows();
  await expect.poll(() => leader!.sip.isRegistered).toBe(false);
  expect(registered([leader!, other!])).toEqual([other]);
  await leader!.desk.talk();
  await other!.desk.finish();
});

test('the leader is closed in a call: the next one goes on with it, and says nothing of an end', async ({
  context,
}) => {
  const [leader, other] = await openTabs(context, 'agent18', 2);
  await leader!.desk.talk(echo);
  await other!.desk.shows('In a call');
  const words = await other!.desk.watchWords();
  const since = Date.now();
  await leader!.page.close();
  const { took } = await untilRegistered([other!], since);
  report('takeover after the leader was closed in a call', took);
  expect(took).toBeLessThanOrEqual(takeoverLimit);
  await heardBothWays(other!.page);
  await expect(other!.desk.notice).toBeHidden();
  expect(await words()).toEqual(['In a call']);
  await other!.desk.finish();
});

test('the operator brings the phone to another tab; a call comes along with its sound', async ({ context }) => {
  const [leader, other] = await openTabs(context, 'agent20', 2);
  const since = Date.now();
  await other!.desk.notice.getByRole('button', { name: 'Bring it here' }).click();
  const { took } = await untilRegistered([other!], since);
  report('the phone brought to another tab', took);
  await leader!.follows();
  await other!.desk.ready();
  expect(registered([leader!, other!])).toEqual([other]);

  await other!.desk.talk(echo);
  await leader!.desk.shows('In a call');
  await heardBothWays(other!.page);
  await leader!.desk.openMenu();
  await leader!.desk.menuItem('Bring it here').click();
  await expect.poll(() => registered([leader!, other!])).toEqual([leader]);
  await heardBothWays(leader!.page);
  await other!.desk.shows('In a call');
  await leader!.desk.finish();
});

test('a screen pops once among the tabs', full, async ({ context }) => {
  const tabs = await openTabs(context, 'agent19', 3);
  await tabs[0]!.desk.customerCalls('agent19', '0661234502');
  for (const { desk } of tabs) await desk.shows('In a call');
  await expect(tabs[0]!.page).toHaveURL(/customers\/39335109/);
  for (const { page } of tabs.slice(1)) expect(page.url()).not.toMatch(/39335109/);
  await tabs[0]!.page.close();
  await expect.poll(() => registered(tabs.slice(1)).length).toBe(1);
  const [next] = registered(tabs.slice(1));
  await next!.desk.shows('In a call');
  await heardBothWays(next!.page);
  for (const { page } of tabs.slice(1)) expect(page.url()).not.toMatch(/39335109/);
});
