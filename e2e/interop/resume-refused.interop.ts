import { expect, type Page } from '@playwright/test';
import { measured } from '../faults/measured';
import { event, eventsOf, heardTheTone } from '../softphone-steps';
import { CustomerScript } from './customer-script';
import { ready, test } from './interop';
import { heardBothWays, nothingKept, resumed, talking } from './resumed-call';

/** How long (ms) after the page's return it said that there is no sound. */
async function noSoundTold(page: Page): Promise<number> {
  const { at } = await event(page, 'resumed');
  await page.waitForFunction(() =>
    window.page.events.some(
      (one) =>
        one.type === 'audioProved' &&
        [one.proof.incoming, one.proof.outgoing].every(({ audibility }) => audibility === 'no-packets'),
    ),
  );
  const told = (await eventsOf(page, 'audioProved')).find(({ proof }) =>
    [proof.incoming, proof.outgoing].every(({ audibility }) => audibility === 'no-packets'),
  );
  return (told?.at ?? Infinity) - at;
}

/** `back`: how soon the call is back after the server takes re-INVITEs again (ms). */
const refusals = [
  { what: 'refused with 403', status: 403, back: 5000 },
  { what: 'refused with 488', status: 488, back: 5000 },
  // A request over a WebSocket is not repeated: JsSIP gives up after 32 s (RFC 3261, timer B).
  { what: 'not answered', status: 1, back: 38_000 },
];

for (const { what, status, back } of refusals)
  test(`the page’s re-INVITE is ${what}: it says so, and the call comes back`, async ({
    page,
    server,
    signIn,
    call,
    wire,
  }) => {
    test.setTimeout(120_000);
    await signIn();
    await ready(page);
    const customer = await call(new CustomerScript(`refused, ${status}`).calls().accepts().waits().hangsUp());
    const callId = await talking(page, customer);
    await server.set('refused', status);
    const sent = wire.sent.length;
    await signIn();
    await resumed(page, callId);
    measured('no sound is told after the page’s return', await noSoundTold(page), 3000);

    await server.set('refused', 0);
    const taken = performance.now();
    await customer.tells('renewed', back);
    await heardTheTone(page);
    measured('sound after the server takes re-INVITEs again', performance.now() - taken, back);
    await heardBothWays(page, customer);
    expect(await eventsOf(page, 'ended')).toEqual([]);
    expect(wire.sent.slice(sent).filter(({ first }) => first.startsWith('BYE'))).toEqual([]);
    customer.goOn();
    expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
    expect(await customer.verdict()).toBe(0);
  });

test('the page’s re-INVITE is refused with 481: it lets go without a BYE', async ({
  page,
  server,
  signIn,
  call,
  wire,
}) => {
  await signIn();
  await ready(page);
  const customer = await call(new CustomerScript('refused, 481').calls().waits().hangsUp(481));
  const callId = await talking(page, customer);
  await server.set('refused', 481);
  const sent = wire.sent.length;
  await signIn();
  await resumed(page, callId);
  const { at } = await event(page, 'resumed');
  const end = await event(page, 'ended');
  expect(end).toMatchObject({ callId, by: 'failure', answered: true });
  measured('the page says that the call is over, after its return', end.at - at, 3000);
  await nothingKept(page);
  // The customer is still there: it got no BYE. Its own finds no dialog any more.
  customer.goOn();
  await customer.tells('hung up');
  expect(await customer.verdict()).toBe(0);
  expect(wire.sent.slice(sent).filter(({ first }) => first.startsWith('BYE'))).toEqual([]);
});
