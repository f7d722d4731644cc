import { now } from './host';
import { expect, test, type Link } from './link';
import { measured } from './measured';

const againAfterReturn = 5000;
const againAfterRefusal = 10_000;
const noticed = 30_000;

const sent = (link: Link, method: 'REGISTER' | 'OPTIONS'): number =>
  link.sip.texts('up').filter((text) => text.startsWith(`${method} `)).length;

const accepted = (link: Link): number =>
  link.sip.texts('down').filter((text) => /^SIP\/2\.0 200/.test(text) && /^CSeq: *\d+ REGISTER/im.test(text)).length;

/** Answers the browser's next REGISTERs with this status, as a proxy in between would. */
function refuse(link: Link, status: string, times: number): void {
  let left = times;
  link.sip.disturb('down', (text) => {
    if (left === 0 || !/^SIP\/2\.0 200/.test(text) || !/^CSeq: *\d+ REGISTER/im.test(text)) return [{ text }];
    left -= 1;
    const refused = text.replace(/^SIP\/2\.0 200.*/, `SIP/2.0 ${status}`).replace(/^Contact:.*\r\n/gim, '');
    return [{ text: refused }];
  });
}

test('a half-open SIP WebSocket is noticed, also in a call, which goes on', async ({ host, link }) => {
  await host.begin();
  // A server that has answered OPTIONS once is expected to go on doing so.
  await expect.poll(() => sent(link, 'OPTIONS'), { timeout: 15_000 }).toBeGreaterThan(0);
  await host.talk();
  const frozenAt = now();
  link.sip.freeze();
  const said = await host.registrationIs('waiting', frozenAt);
  measured('a half-open SIP WebSocket is noticed', said - frozenAt, noticed);
  await host.talksOn();
  link.sip.restore();
  const restoredAt = now();
  const again = await host.registrationIs('registered', restoredAt);
  measured('registered again after a half-open line', again - restoredAt, againAfterReturn);
  await host.talksOn();
  await host.finish();
});

test('a server that never answers OPTIONS keeps its connection; a dead line to it is still noticed', async ({
  host,
  link,
}) => {
  link.sip.disturb('up', (text) => (text.startsWith('OPTIONS ') ? [] : [{ text }]));
  await host.begin();
  const tries = link.sip.tries.length;
  const before = accepted(link);
  // The line is suspect: it is checked by a REGISTER over the same socket, and never by OPTIONS again.
  await expect.poll(() => accepted(link), { timeout: 30_000 }).toBeGreaterThan(before);
  expect(link.sip.tries).toHaveLength(tries);
  expect((await host.state()).softphone.registration.status).toBe('registered');
  const frozenAt = now();
  link.sip.freeze();
  const said = await host.registrationIs('waiting', frozenAt);
  measured('a half-open line to a server that ignores OPTIONS is noticed', said - frozenAt, noticed);
});

test('`online` over a socket that belongs to a network that is no more: registered over another', async ({
  host,
  link,
}) => {
  await host.begin();
  const tries = link.sip.tries.length;
  link.sip.disturb('up', (text) => (link.sip.tries.length > tries ? [{ text }] : []));
  const onlineAt = now();
  await host.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await host.registrationIs('waiting', onlineAt);
  measured(
    'registered over another network',
    (await host.registrationIs('registered', onlineAt)) - onlineAt,
    againAfterReturn,
  );
});

for (const [what, status] of [
  ['a single 503', '503 Service Unavailable'],
  ['a 200 without our Contact', '200 OK'],
] as const)
  test(`${what} to a REGISTER: registered again automatically`, async ({ host, link }) => {
    refuse(link, status, 1);
    await host.open();
    await host.signIn();
    const refusedAt = await host.registrationIs('waiting', 0);
    const again = await host.registrationIs('registered', refusedAt);
    measured(`registered again after ${what}`, again - refusedAt, againAfterRefusal);
  });

test('a 403 is shown, and neither `online` nor a new socket tries again; the operator can', async ({ host, link }) => {
  refuse(link, '403 Forbidden', 1);
  await host.open();
  await host.signIn();
  await host.registrationIs('rejected', 0);
  link.sip.forget();
  await host.page.evaluate(() => window.dispatchEvent(new Event('online')));
  const tries = link.sip.tries.length;
  link.sip.cut('close');
  const asked = sent(link, 'OPTIONS');
  link.sip.restore();
  await expect.poll(() => link.sip.tries.length, { timeout: 10_000 }).toBeGreaterThan(tries);
  await expect.poll(() => link.sip.connections).toBe(1);
  // A socket registers within its first round trips, long before its first keep-alive.
  await expect.poll(() => sent(link, 'OPTIONS'), { timeout: 20_000 }).toBeGreaterThan(asked);
  expect(sent(link, 'REGISTER')).toBe(0);
  expect((await host.state()).softphone.registration.status).toBe('rejected');
  await host.give('retryNow');
  await host.registrationIs('registered', 0);
});
