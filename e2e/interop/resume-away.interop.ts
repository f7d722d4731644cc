import { setTimeout } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { measured } from '../faults/measured';
import { event, eventsOf, heardTheTone } from '../softphone-steps';
import { CustomerScript } from './customer-script';
import { ready, test } from './interop';
import { away, goesOn, heardBothWays, nothingKept, resumed, talking, ways } from './resumed-call';

for (const { found, gruu, unreachable, details } of ways)
  test.describe(`while no page is there, found by ${found}`, details, () => {
    test.use({ gruu });

    test('the customer hangs up: the call is over for the next page', async ({ page, server, signIn, call, wire }) => {
      await signIn();
      await ready(page);
      const script = new CustomerScript(`hangs up, ${found}`).calls().waits().hangsUp(unreachable).refuses(481);
      const customer = await call(script);
      const callId = await talking(page, customer);
      await away(page, server);
      customer.goOn();
      await customer.tells('hung up');
      const sent = wire.sent.length;
      await signIn();
      await resumed(page, callId);
      const { at } = await event(page, 'resumed');
      const end = await event(page, 'ended');
      expect(end).toMatchObject({ callId, by: 'failure', answered: true });
      measured('the page says that the call is over, after its return', end.at - at, 3000);
      expect(await customer.verdict()).toBe(0);
      expect(wire.sent.slice(sent).filter(({ first }) => first.startsWith('BYE'))).toEqual([]);
      await nothingKept(page);
    });

    test('the customer re-invites: the call goes on', async ({ page, server, signIn, call }) => {
      await signIn();
      await ready(page);
      const script = new CustomerScript(`re-invites, ${found}`).calls().waits().reInvites('refused', unreachable);
      const customer = await call(script.accepts().waits().reInvites('refreshed').waits().hangsUp());
      const callId = await talking(page, customer);
      await goesOn(
        page,
        customer,
        callId,
        async () => {
          await away(page, server);
          customer.goOn();
          await customer.tells('refused');
          await signIn();
        },
        5000,
      );
      customer.goOn();
      await customer.tells('refreshed');
      await heardBothWays(page, customer);
      customer.goOn();
      expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
      expect(await customer.verdict()).toBe(0);
    });

    test('the page crashes and is opened again after ten seconds: the call goes on', async ({
      page,
      context,
      server,
      signIn,
      call,
    }) => {
      const first = await context.newPage();
      await signIn({ tab: first });
      await ready(first);
      const customer = await call(new CustomerScript('crash').calls().accepts().waits().hangsUp());
      const callId = await talking(first, customer);
      const started = performance.now();
      await goesOn(
        page,
        customer,
        callId,
        async () => {
          await first.goto('chrome://crash').catch(() => undefined);
          await setTimeout(10_000);
          expect(await server.isBound()).toBe(false);
          await signIn();
        },
        13_000,
      );
      expect(performance.now() - started).toBeGreaterThan(10_000);
      await heardTheTone(page);
      customer.goOn();
      expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
      expect(await eventsOf(page, 'ended')).toHaveLength(1);
      expect(await customer.verdict()).toBe(0);
      await nothingKept(page);
    });
  });

test('re-INVITEs of both sides cross as the page returns: the call goes on', async ({ page, signIn, call, wire }) => {
  await signIn();
  await ready(page);
  const script = new CustomerScript('glare').calls();
  script.refuses(491, (crossing) => crossing.reInvites('crossed', 491));
  const customer = await call(script.accepts().waits().reInvites('refreshed').waits().hangsUp());
  const callId = await talking(page, customer);
  // The page may wait for two seconds before it offers again.
  await goesOn(page, customer, callId, () => signIn(), 4500);
  await customer.tells('crossed');
  expect(wire.sent.filter(({ status }) => status === 491)).toHaveLength(1);
  expect(wire.sent.filter(({ status }) => status === 404 || status === 481)).toEqual([]);
  customer.goOn();
  await customer.tells('refreshed');
  await heardBothWays(page, customer);
  customer.goOn();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
  expect(await customer.verdict()).toBe(0);
});
