import { setTimeout } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import { measured } from '../faults/measured';
import { answer, event, eventsOf, heardTheTone, listen } from '../softphone-steps';
import { ready, test } from './interop';
import { longestSilence, watchSilence } from './operator-silence';
import { heardBothWays } from './resumed-call';
import { storedCall } from '../stored-of-account';

/** How long the customer and the operator may hear nothing in a move (ms). */
const customersLimit = 150;
const operatorsLimit = 300;

/** So many moves must be within both limits … */
const wanted = 4;
/** … and so many more may be made, since a busy machine delays single packets as much as a move does. Each is named. */
const spare = 4;

/** How long a SIP socket takes to open (ms): the sound of the old tab must bridge it. */
const slowOpening = 700;

const slowSockets = (page: Page): Promise<void> =>
  page.routeWebSocket(/.*/, async (socket) => {
    await setTimeout(slowOpening);
    socket.connectToServer();
  });

/** The tab leads. */
const leads = (page: Page) => page.waitForFunction(() => window.page.tab.state().status === 'leading');

const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.page.connections.some(({ connectionState }) => connectionState !== 'closed'));

test('a call is brought to a second tab and back, twice', async ({ page: first, context, signIn, call }) => {
  await slowSockets(first);
  await signIn({ query: '?tabs' });
  await ready(first);
  const customer = await call('resumed');
  const callId = await answer(first);
  await customer.tells('answered');
  await heardTheTone(first);
  const second = await context.newPage();
  await slowSockets(second);
  await signIn({ query: '?tabs', tab: second });
  await event(second, 'answered');
  await heardBothWays(first, customer);

  const move = async (from: Page, to: Page): Promise<boolean> => {
    const resumed = (await eventsOf(to, 'resumed')).length;
    await Promise.all([from, to].map((page) => watchSilence(page)));
    customer.audio.forget();
    // The gap is measured from what was heard before it.
    await customer.audio.hearsTheBeep();
    await to.evaluate(() => window.page.tab.bringHere());
    expect(await event(to, 'resumed', resumed + 1)).toMatchObject({ callId, callerNumber: '0661234501' });
    await expect.poll(() => isOpen(from)).toBe(false);
    await heardTheTone(to);
    await listen(to);
    const [gap, silence] = [customer.audio.longestGap, await longestSilence([from, to])];
    await heardBothWays(to, customer);
    const isKept = gap <= customersLimit && silence <= operatorsLimit;
    const verdict = isKept ? 'both limits kept' : 'a limit exceeded, moved again';
    process.stdout.write(
      `      a move: customer ${Math.round(gap)} ms, operator ${Math.round(silence)} ms: ${verdict}\n`,
    );
    return isKept;
  };
  let [kept, moves] = [0, 0];
  for (let [from, to] = [first, second]; kept < wanted && moves < wanted + spare; [from, to] = [to, from]) {
    moves += 1;
    if (await move(from, to)) kept += 1;
  }
  expect(kept, `moves with ≤ ${customersLimit} ms for the customer and ≤ ${operatorsLimit} ms for the operator`).toBe(
    wanted,
  );
  for (const page of [first, second]) expect(await eventsOf(page, 'ended')).toEqual([]);

  await second.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  for (const page of [first, second]) expect(await event(page, 'ended')).toMatchObject({ by: 'operator' });
  expect(await customer.verdict()).toBe(0);
  expect(await storedCall(first)).toBeNull();
});

test('a call that has no sound in the second tab is taken back', async ({ page: first, context, signIn, call }) => {
  await signIn({ query: '?tabs' });
  await ready(first);
  const customer = await call('resumed');
  const callId = await answer(first);
  await customer.tells('answered');
  await heardTheTone(first);
  const second = await context.newPage();
  // Its SIP socket never opens.
  await second.routeWebSocket(/.*/, () => undefined);
  await signIn({ query: '?tabs', tab: second });
  await event(second, 'answered');
  await heardBothWays(first, customer);

  await watchSilence(first);
  customer.audio.forget();
  await customer.audio.hearsTheBeep();
  await second.evaluate(() => window.page.tab.bringHere());
  await event(second, 'resumed');
  expect(await event(first, 'resumed', 2)).toMatchObject({ callId });
  await customer.tells('renewed');
  await heardTheTone(first);
  await listen(first);
  measured('the customer’s longest gap', customer.audio.longestGap, 150);
  measured('the operator’s longest silence', await longestSilence([first]), 300);
  await heardBothWays(first, customer);
  for (const page of [first, second]) expect(await eventsOf(page, 'ended')).toEqual([]);
  await second.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  expect(await event(first, 'ended')).toMatchObject({ by: 'operator' });
  expect(await customer.verdict()).toBe(0);
});

const endings: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['is closed', (page) => page.close()],
  ['crashes', (page) => page.goto('chrome://crash').catch(() => undefined)],
];
for (const [how, end] of endings)
  test(`a call goes on in the other tab when its own ${how}`, async ({ page: second, context, signIn, call }) => {
    const first = await context.newPage();
    await signIn({ query: '?tabs', tab: first });
    await ready(first);
    await signIn({ query: '?tabs' });
    const customer = await call('resumed-sends-bye');
    const callId = await answer(first);
    await customer.tells('answered');
    await heardTheTone(first);
    await event(second, 'answered');

    customer.audio.forget();
    await customer.audio.hearsTheBeep();
    await end(first);
    await leads(second);
    expect(await event(second, 'resumed')).toMatchObject({ callId });
    await customer.tells('renewed');
    await heardTheTone(second);
    await listen(second);
    measured('the customer’s longest gap', customer.audio.longestGap, 3000);
    await heardBothWays(second, customer);
    expect(await eventsOf(second, 'ended')).toEqual([]);
    customer.goOn();
    expect(await event(second, 'ended')).toMatchObject({ by: 'server', answered: true });
    expect(await customer.verdict()).toBe(0);
  });
