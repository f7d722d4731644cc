import { type Host, now } from './host';
import { expect, test, type Link } from './link';
import { measured } from './measured';
import { full, isFull } from '../everyday';

// The harder case: each cut falls into a refresh of the session.
test.use({ serverEnv: { SESSION_REFRESH_SECONDS: '2' } });

const againAfterCut = 5000;
/** JsSIP ends a call whose ACK does not come within 32 s. The everyday run shows only that a call survives a cut. */
const ackMissing = isFull ? 40_000 : 3000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const count = (link: Link, direction: 'up' | 'down', start: string): number =>
  link.sip.texts(direction).filter((text) => text.startsWith(start)).length;

const isAnswerToInvite = (text: string): boolean => /^SIP\/2\.0 200/.test(text) && /^CSeq: *\d+ INVITE/im.test(text);

async function refreshed(link: Link): Promise<void> {
  link.sip.forget();
  await expect.poll(() => link.sip.texts('up').some(isAnswerToInvite), { timeout: 20_000 }).toBe(true);
}

/** The line is cut, and comes back after `ms`. The call and its sound must survive. */
async function outlives(host: Host, link: Link, cutAt: number, ms: number): Promise<void> {
  await host.registrationIs('waiting', cutAt);
  await host.talksOn();
  await wait(Math.max(0, ms - (now() - cutAt)));
  link.sip.restore();
  const restoredAt = now();
  const again = await host.registrationIs('registered', restoredAt);
  measured(`registered again after a cut of ${Math.round(ms / 1000)} s in a call`, again - restoredAt, againAfterCut);
  await host.talksOn();
  expect((await host.state()).agent.phase).toBe('talking');
}

async function cutFor(host: Host, link: Link, ms: number): Promise<void> {
  const cutAt = now();
  link.sip.cut();
  await outlives(host, link, cutAt, ms);
}

test('the call outlives a long cut, is refreshed after it, and the server’s BYE ends it', async ({ host, link }) => {
  await host.begin();
  await host.talk();
  await refreshed(link);
  await cutFor(host, link, 30_000);
  await refreshed(link);
  if (isFull) {
    await cutFor(host, link, 600_000);
    await refreshed(link);
  }
  await host.give('hangUp');
  await host.phase('clerical');
  await host.reaches(({ softphone }) => softphone.call === null);
  expect(count(link, 'down', 'BYE ')).toBe(1);
});

test('a BYE of the tab’s own ends the call after a cut', full, async ({ host, link }) => {
  await host.begin();
  await host.talk();
  await cutFor(host, link, 3000);
  // If Mediatel is out of reach, the tab sends the BYE itself.
  link.mediatel.cut();
  await host.saw('Disconnected', 0);
  await host.give('hangUp');
  await expect.poll(() => count(link, 'up', 'BYE ')).toBe(1);
  await host.reaches(({ softphone }) => softphone.call === null);
  await expect
    .poll(() => link.sip.texts('down').some((text) => /^SIP\/2\.0 200/.test(text) && /^CSeq: *\d+ BYE/im.test(text)))
    .toBe(true);
  link.mediatel.restore();
  await host.phase('clerical');
});

test('a BYE that the server sends while the line is cut ends the call when it is back', async ({ host, link }) => {
  await host.begin();
  await host.talk();
  const cutAt = now();
  link.sip.cut();
  await host.registrationIs('waiting', cutAt);
  await host.give('hangUp');
  await host.phase('clerical');
  link.sip.restore();
  await host.reaches(({ softphone }) => softphone.call === null);
});

test('a refresh whose response is lost in the cut: neither side ends the call', full, async ({ host, link }) => {
  await host.begin();
  await host.talk();
  let cutAt = 0;
  link.sip.disturb('up', (text) => {
    if (cutAt > 0 || !isAnswerToInvite(text)) return [{ text }];
    cutAt = now();
    link.sip.cut();
    return [];
  });
  await expect.poll(() => cutAt, { timeout: 20_000, intervals: [20] }).toBeGreaterThan(0);
  await outlives(host, link, cutAt, ackMissing);
  await refreshed(link);
  await host.finish();
});
