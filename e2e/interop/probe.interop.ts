import { expect } from '@playwright/test';
import { renewalClaims } from '../../projects/probe/claims/renewal-claims';
import { type CallSeen, nothingSeen, type RenewalSeen } from '../../projects/probe/observe/observations';
import { Phone } from '../../projects/probe/observe/phone';
import { PhoneCall } from '../../projects/probe/observe/phone-call';
import { heardNow, renewCall, type RenewalSetting } from '../../projects/probe/observe/renew-call';
import { measured } from '../faults/measured';
import { type SipServer, test } from './interop';

/** The tones of the probe's pages (Hz). */
const tones = { first: 700, second: 850, third: 1000 };

/** The phone of `mediatel-probe --renewal` by itself: no agent farm belongs to these servers. */
async function registered({ webSocketPort, password }: SipServer, patienceMs: number) {
  const begin = performance.now();
  const now = (): number => Math.round(performance.now() - begin);
  const phone = new Phone({
    url: `ws://127.0.0.1:${webSocketPort}/`,
    account: { login: '1001', password, realm: 'interop.test' },
    headers: { origin: 'http://localhost' },
    now,
    patienceMs,
    isPage: true,
  });
  expect((await phone.probe()).register).toMatchObject({ status: 200, contacts: 1 });
  const call = new PhoneCall(now, { isLoopback: true, stun: null }, true);
  phone.expectCall(call);
  const setting: RenewalSetting = { now, patienceMs, signal: new AbortController().signal };
  return { phone, call, setting };
}

/** What the claims about renewals find; the end of the call stands for Mediatel's `closeCall`. */
function findings(call: PhoneCall, heard: CallSeen['heard'], renewals: readonly RenewalSeen[], closedAtMs: number) {
  const seen = nothingSeen({ login: null, extension: null, hasCookie: false, asksExpiresSeconds: 300 });
  seen.steps.push({ step: 'closeCall', sentAtMs: closedAtMs, answer: null });
  seen.call = { ...call.seen, heard, renewals, clericalMs: null };
  return Object.fromEntries(renewalClaims.map(({ id, check }) => [id, check(seen)]));
}

test('the probe finds that a call is renewed, loaded again and moved', async ({ server, call: ring }) => {
  const { phone, call, setting } = await registered(server, 8000);
  const customer = await ring('resumed');
  customer.audio.speaks = 'echo';
  await customer.tells('answered');
  const heard = await heardNow(call, setting);
  expect(heard).toMatchObject({ isSound: true, heardBy: ['echo'] });
  await customer.audio.hears(tones.first);

  const renewals: RenewalSeen[] = [];
  const second = await renewCall(call, phone, 'reload', setting, (seen) => void (renewals[0] = seen));
  await customer.audio.hears(tones.second);
  await renewCall(call, second, 'move', setting, (seen) => void (renewals[1] = seen));
  await customer.audio.hears(tones.third);
  expect(renewals).toMatchObject(
    ['reload', 'move'].map((how) => ({ how, isRegistered: true, status: 200, isOtherIce: true, hasDtls: true })),
  );
  const found = findings(call, heard, renewals, setting.now());
  expect(found).toMatchObject({
    'renewal.accepted': { verdict: 'held' },
    'renewal.heard': { verdict: 'held' },
    'renewal.old-path': { verdict: 'held' },
  });
  measured('loaded again: the first packet', renewals[0]?.firstPacketAfterMs ?? Infinity, 3000);
  measured('moved: without a packet', renewals[1]?.gapMs ?? Infinity, 1000);

  call.close();
  await customer.tells('bye');
  expect(await customer.verdict()).toBe(0);
  await phone.close();
});

test('the customer’s BYE reaches the new page; without an echo nobody tells whether it is heard', async ({
  server,
  call: ring,
}) => {
  const { phone, call, setting } = await registered(server, 3000);
  const customer = await ring('resumed-sends-bye');
  await customer.tells('answered');
  const heard = await heardNow(call, setting);
  expect(heard).toMatchObject({ isSound: true, heardBy: [] });
  const renewals: RenewalSeen[] = [];
  await renewCall(call, phone, 'reload', setting, (seen) => void (renewals[0] = seen));
  await customer.audio.hears(tones.second);
  const closedAtMs = setting.now();
  customer.goOn();
  await call.untilBye(setting.patienceMs);
  expect(findings(call, heard, renewals, closedAtMs)).toMatchObject({
    'renewal.accepted': { verdict: 'held' },
    'renewal.heard': { verdict: 'not seen' },
    'renewal.requests': { verdict: 'held', detail: 'BYE' },
  });
  expect(await customer.verdict()).toBe(0);
  await phone.close();
});
