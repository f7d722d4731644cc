import { echo } from '../heard';
import { expect, type Returning, test } from './returning';
import { everydayIf, full } from '../everyday';

// A refresh falls into each absence.
test.use({ serverEnv: { SESSION_REFRESH_SECONDS: '2' } });

/** Mediatel ends the call: a desk that is not the page commands it. */
const mediatelEndsIt = (returning: Returning): Promise<void> =>
  returning.mediatelIs('STATE_CALL_ACTIVE', { type: 'closeCall', leadsTo: 'STATE_CLERICAL' });

/** The next page's first offer reaches the server four seconds late. */
function delayFirstOffer({ link }: Returning): void {
  let isDelayed = false;
  link.sip.disturb('up', (text) => {
    if (!text.startsWith('INVITE ') || isDelayed) return [{ text }];
    isDelayed = true;
    return [{ text, after: 4000 }];
  });
}

test('away for a moment, in a refresh: the call is back and recorded both ways', async ({ returning }) => {
  await returning.talks();
  for (const _ of [1, 2]) {
    await returning.leave();
    const back = await returning.comeBack();
    await returning.host.saw('Reconnected', back);
    await returning.heardBothWays();
  }
  returning.link.sip.forget();
  await expect.poll(() => returning.sip('up', /^SIP\/2\.0 200 [^]*^CSeq: *\d+ INVITE/im).length).toBeGreaterThan(0);
  returning.nobodyEndedIt();
  await returning.heardBothWays();
  await returning.recordedBothWays();
});

for (const seconds of [10, 50])
  test(
    `away for ${seconds} s by the record’s clock: the call is back`,
    everydayIf(seconds === 50),
    async ({ returning }) => {
      await returning.talks();
      await returning.leave();
      await returning.age(seconds);
      const back = await returning.comeBack();
      await returning.host.saw('Reconnected', back);
      await returning.heardBothWays();
      returning.nobodyEndedIt();
      expect(await returning.host.seen('Ended')).toEqual([]);
      await returning.host.finish();
    },
  );

test(
  'away for longer than a minute: the phone starts without the call, and nobody ends it',
  full,
  async ({ returning }) => {
    await returning.talks();
    await returning.leave();
    await returning.age(61);
    const { host } = returning;
    returning.link.sip.forget();
    await returning.comeBack();
    await host.reaches(({ softphone }) => softphone.registration.status === 'registered');
    await host.phase('talking');
    expect((await host.state()).softphone.call).toBeNull();
    // A page that may not know the call any more can't answer its refresh, and does not say that the call is over.
    const refused = /^SIP\/2\.0 500 [^]*^CSeq: *\d+ INVITE[^]*^Retry-After: *30$/im;
    await expect.poll(() => returning.sip('up', refused).length, { timeout: 20_000 }).toBeGreaterThan(1);
    returning.nobodyEndedIt();
    await host.phase('talking');
    await host.give('hangUp');
    await host.phase('clerical');
  },
);

/** Ways in which a call ends while no page has it. */
const endings = {
  'Mediatel ends the call': { number: echo, end: mediatelEndsIt },
  'the customer hangs up': {
    // This customer hangs up by themselves, five seconds after their answer.
    number: '0661234504',
    end: (returning: Returning) => returning.mediatelIs('STATE_CLERICAL'),
  },
} as const;

for (const [what, { number, end }] of Object.entries(endings))
  test(`${what} while the page is away: it is over, once, and nothing is revived`, async ({ returning }) => {
    const { host } = returning;
    await host.begin();
    await host.talk(number);
    expect(await returning.record()).not.toBeNull();
    await returning.leave();
    await end(returning);
    const back = await returning.comeBack();
    await host.phase('clerical');
    await host.reaches(({ softphone }) => softphone.registration.status === 'registered' && softphone.call === null);
    await expect.poll(() => returning.sip('down', /^BYE /).length).toBe(1);
    await expect.poll(() => returning.sip('up', /^SIP\/2\.0 200 [^]*^CSeq: *\d+ BYE/im).length).toBe(1);
    expect(returning.sip('up', /^SIP\/2\.0 (404|481) /)).toEqual([]);
    expect(await returning.record()).toBeNull();
    expect((await host.seen('Call Started')).filter(({ at }) => at > back)).toEqual([]);
    expect((await host.state()).agent.availableCallCodes.length).toBeGreaterThan(0);
    await host.saveCode();
    await host.phase('available');
    await host.talk();
    await host.finish();
  });

test('DTMF right after coming back: every digit is sent in the audio, in its order', async ({ returning }) => {
  const { host, page } = returning;
  // A tone is told when it begins to play.
  await page.addInitScript(() => {
    const insert = RTCDTMFSender.prototype.insertDTMF;
    const played: string[] = [];
    Object.assign(window, { played });
    RTCDTMFSender.prototype.insertDTMF = function (this: RTCDTMFSender, ...tones: Parameters<typeof insert>) {
      this.ontonechange = ({ tone }) => tone !== '' && played.push(tone);
      insert.apply(this, tones);
    };
  });
  await returning.talks();
  await returning.leave();
  // On a slow machine the new connection would be agreed on before the digits are given.
  delayFirstOffer(returning);
  await returning.comeBack();
  // In the page: before its new connection is agreed on, which lets telephone events pass.
  const refused = await page.evaluate(async () => {
    const isBack = (): boolean => {
      const { agent, softphone } = window.host.state();
      return agent.phase === 'talking' && softphone.call !== null;
    };
    while (!isBack()) await new Promise((resolve) => setTimeout(resolve, 1));
    return window.host.give('sendDigits', { digits: '7#' });
  });
  expect(refused).toBeNull();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { played: string[] }).played), { timeout: 20_000 })
    .toEqual(['7', '#']);
  expect(returning.sip('up', /^INFO /)).toEqual([]);
  await returning.heardBothWays();
  returning.nobodyEndedIt();
  await host.finish();
});

test('a re-INVITE of the server crosses the page’s own: the call is back both ways', async ({ returning }) => {
  const { host } = returning;
  await returning.talks();
  await returning.leave();
  // A refresh overtakes the page's offer.
  delayFirstOffer(returning);
  const back = await returning.comeBack();
  await host.saw('Resumed', back);
  await expect.poll(() => returning.sip('up', /^SIP\/2\.0 491 /).length, { timeout: 20_000 }).toBeGreaterThan(0);
  await host.saw('Reconnected', back);
  await returning.heardBothWays();
  returning.nobodyEndedIt();
  await host.finish();
});
