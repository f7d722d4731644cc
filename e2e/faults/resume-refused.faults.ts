import type { CallMediaFlow } from '../../projects/mediatel-lib/ports';
import { now } from './host';
import { measured } from './measured';
import { expect, type Returning, test } from './returning';
import { everydayIf, full } from '../everyday';

/** Says that one side does not hear the other, within this time (ms) of the page's return. */
const saidWithin = 3000;
/** Half a second more for the command's way, on a busy machine (ms). */
const heldWithin = 3500;
/**
 * How long after the fault's end an unanswered offer is followed by the next (ms): the request times out after 32 s (RFC
 * 3261, timer B), and the pause is 3 s. Half a second is for the way.
 */
const repeatedWithin = 36_000;
/** How long after the fault's end the third new connection comes (ms): 20 s after the second, and a report later. */
const renewedWithin = 23_000;
/** More refusals than a test lasts. */
const lasting = 100;

/** Offers of another fingerprint: how often the page tried to get its sound back. */
const tries = (returning: Returning): number =>
  returning.sip('up', /^INVITE /).filter((text) => text.includes('a=fingerprint')).length;

/** The page is reloaded while each of its offers fails so. Resolves with when the phone went on with the call. */
async function reloadedInto(returning: Returning, fault: string): Promise<number> {
  await returning.talks();
  return await reloadedIn(returning, fault);
}

/** The same for a page that is in a call. */
async function reloadedIn(returning: Returning, fault: string): Promise<number> {
  await returning.plan(fault, lasting);
  returning.link.sip.forget();
  returning.link.mediatel.forget();
  const back = await returning.reload();
  return (await returning.host.saw('Resumed', back)).at;
}

/** The desk says what is wrong in time, and the customer hears music in place of nothing, once. */
async function isHeldOnce(returning: Returning, resumedAt: number): Promise<void> {
  const { host } = returning;
  const held = await host.saw('Hold', resumedAt);
  measured('the customer is put on hold', held.at - resumedAt, heldWithin);
  await host.phase('held');
  expect(returning.commanded('holdCall')).toBe(1);
}

for (const fault of ['403', '488'])
  test(
    `${fault}: named, held once, tried on; retrieved when the sound is back`,
    everydayIf(fault === '488'),
    async ({ returning }) => {
      const { host } = returning;
      const resumedAt = await reloadedInto(returning, fault);
      const proof = await host.saw('Audio Proved', resumedAt + 1000);
      expect(proof).toMatchObject({ proof: { incoming: { reason: 'no-packets' } } });
      measured('no sound is said', proof.at - resumedAt, saidWithin);
      await isHeldOnce(returning, resumedAt);
      await expect.poll(() => tries(returning), { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
      expect(await host.seen('Ended')).toEqual([]);
      returning.nobodyEndedIt();

      await returning.plan(fault, 0);
      await host.saw('Reconnected', resumedAt, 60_000);
      await host.phase('talking');
      await returning.heardBothWays();
      expect([returning.commanded('holdCall'), returning.commanded('retrieveCall')]).toEqual([1, 1]);
      returning.nobodyEndedIt();
      await returning.recordedBothWays();
    },
  );

test('407: the page gives its credentials, and the call is back', async ({ returning }) => {
  const resumedAt = await reloadedInto(returning, '407');
  await returning.host.saw('Reconnected', resumedAt);
  await returning.heardBothWays();
  expect(returning.sip('down', /^SIP\/2\.0 407 /).length).toBeGreaterThan(0);
  returning.nobodyEndedIt();
  await returning.recordedBothWays();
});

test('481: the phone lets go without BYE, the customer is held, and the operator can end the call', async ({
  returning,
}) => {
  const { host } = returning;
  const resumedAt = await reloadedInto(returning, '481');
  const ended = await host.saw('Ended', resumedAt);
  expect(ended).toMatchObject({ by: 'failure', answered: true });
  await isHeldOnce(returning, resumedAt);
  expect(await returning.record()).toBeNull();
  returning.nobodyEndedIt();
  await host.give('hangUp');
  await host.phase('clerical');
  expect(returning.commanded('closeCall')).toBe(1);
});

test('DTLS not renewed, the customer hears nothing: named, held once, tried on; retrieved when the sound is back', async ({
  returning,
}) => {
  const { host } = returning;
  await returning.talks();
  // Of a server whose reports were not seen, their absence would prove nothing.
  await expect.poll(async () => (await returning.record())?.reportsWithin ?? Infinity).toBeLessThan(2500);
  const resumedAt = await reloadedIn(returning, 'dtls-not-renewed');
  const { at: reconnectedAt } = await host.saw('Reconnected', resumedAt);
  const unheard = await host.page.waitForFunction(
    (since) =>
      window.host.actions.find(
        ({ at, proof }) => at >= since && (proof as CallMediaFlow | undefined)?.outgoing.reason === 'not-received',
      )?.at,
    resumedAt,
    { polling: 50 },
  );
  measured('no sound is said', (await unheard.jsonValue())! - reconnectedAt, saidWithin);
  await isHeldOnce(returning, reconnectedAt);
  await expect.poll(() => tries(returning), { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  expect((await host.state()).agent.phase).toBe('held');
  expect(await host.seen('Ended')).toEqual([]);
  returning.nobodyEndedIt();

  await returning.plan('dtls-not-renewed', 0);
  const mendedAt = now();
  const retrieved = await host.saw('Call Retrieved', mendedAt, renewedWithin + 20_000);
  measured('the call is back after the fault', retrieved.at - mendedAt, renewedWithin);
  await returning.heardBothWays();
  // The new connections were not told as further returns of the call.
  expect((await host.seen('Reconnected')).filter(({ at }) => at >= resumedAt)).toHaveLength(1);
  expect([returning.commanded('holdCall'), returning.commanded('retrieveCall')]).toEqual([1, 1]);
  returning.nobodyEndedIt();
  await returning.recordedBothWays();
});

test(
  'silent: named, held once, tried on when the request has timed out; retrieved when the sound is back',
  full,
  async ({ returning }) => {
    test.slow();
    const { host } = returning;
    const resumedAt = await reloadedInto(returning, 'silent');
    const proof = await host.saw('Audio Proved', resumedAt + 1000);
    measured('no sound is said', proof.at - resumedAt, saidWithin);
    await isHeldOnce(returning, resumedAt);
    expect(tries(returning)).toBe(1);
    expect(await host.seen('Ended')).toEqual([]);
    returning.nobodyEndedIt();

    await returning.plan('silent', 0);
    const mendedAt = now();
    const back = await host.saw('Reconnected', resumedAt, repeatedWithin + 20_000);
    measured('the call is back after the fault', back.at - mendedAt, repeatedWithin);
    await host.phase('talking');
    await returning.heardBothWays();
    expect([returning.commanded('holdCall'), returning.commanded('retrieveCall')]).toEqual([1, 1]);
    returning.nobodyEndedIt();
    await returning.recordedBothWays();
  },
);

test('silent: the operator can end the call that does not come back', full, async ({ returning }) => {
  const { host } = returning;
  const resumedAt = await reloadedInto(returning, 'silent');
  await isHeldOnce(returning, resumedAt);
  await host.give('hangUp');
  await host.phase('clerical');
  expect(returning.commanded('closeCall')).toBe(1);
});
