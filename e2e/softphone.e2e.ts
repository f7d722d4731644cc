import { expect, test, type Page } from '@playwright/test';
import { until } from 'test-kit';
import { bundlePage } from './bundle-page';
import { SipPeer } from './sip-peer';
import {
  answer,
  event,
  eventsOf,
  heardTheTone,
  listen,
  loud,
  open as openPage,
  ready as readyPage,
  registration,
  silent,
} from './softphone-steps';

let peer: SipPeer;

test.beforeAll(async () => {
  peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
});
test.afterAll(() => peer.close());
test.afterEach(async ({ page }) => {
  // An uncaught error fails every test.
  expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  await page.close();
  peer.reset();
});

const open = (page: Page): Promise<void> => openPage(page, peer.port);
const ready = (page: Page): Promise<void> => readyPage(page, peer.port);

test('carries audio both ways, is silent when muted, and is heard again in the next call', async ({ page }) => {
  await ready(page);
  const first = await peer.call();
  const callId = await answer(page);
  expect(await event(page, 'invited')).toMatchObject({ callerNumber: '0661234501', callerName: 'DM_MFO_1' });
  await until(() => first.heard() > loud);
  await heardTheTone(page);
  await event(page, 'playbackChanged');
  expect((await event(page, 'playbackChanged')).playback.status).toBe('playing');

  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: true }), callId);
  await listen(page);
  first.heard();
  await listen(page);
  expect(first.heard()).toBeLessThan(silent);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);
  await until(() => first.ended);
  expect(await event(page, 'ended')).toMatchObject({ by: 'operator', answered: true });
  await page.evaluate((id) => window.page.softphone.execute({ type: 'hangUp', callId: id }), callId);

  const second = await peer.call();
  await answer(page, 2);
  await until(() => second.heard() > loud);
  await heardTheTone(page);
  second.bye();
  expect(await event(page, 'ended', 2)).toMatchObject({ by: 'server', answered: true });
});

test('shows levels of both directions', async ({ page }) => {
  await ready(page);
  await page.waitForFunction(() => (window.page.softphone.levels().microphone ?? 0) > 0.2);
  const call = await peer.call();
  await answer(page);
  await page.waitForFunction(() => (window.page.softphone.levels().remote ?? 0) > 0.2);
  call.bye();
  await event(page, 'ended');
  await page.waitForFunction(() => window.page.softphone.levels().remote === 0);
});

test('leaves nothing behind when the call is cancelled before the answer', async ({ page }) => {
  await ready(page);
  const ringing = await peer.call();
  await event(page, 'invited');
  ringing.cancel();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: false, cause: 'Canceled' });
  await until(() => ringing.responses.some(({ status }) => status === 487));

  // Also while the call is being answered.
  const late = await peer.call();
  const { callId } = await event(page, 'invited', 2);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  late.cancel();
  await until(() => late.responses.some(({ status, method }) => method === 'INVITE' && (status ?? 0) >= 200));
  if (late.answeredAt > 0) late.bye();
  await event(page, 'ended', 2);
  const left = await page.evaluate(() => ({
    // One copy is the meter's; those of the calls are stopped.
    tracks: window.page.tracks.filter(({ readyState }) => readyState === 'live').length,
    connections: window.page.connections.filter(({ connectionState }) => connectionState !== 'closed').length,
    opened: window.page.events.filter(({ type }) => type === 'microphoneOpened').length,
  }));
  expect(left).toEqual({ tracks: 1, connections: 0, opened: 0 });
});

test('stays muted through a hold and a retrieval by the server', async ({ page }) => {
  await ready(page);
  const call = await peer.call();
  const callId = await answer(page);
  await until(() => call.heard() > loud);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: true }), callId);
  await call.reinvite('sendonly');
  await call.reinvite('sendrecv');
  await listen(page);
  call.heard();
  await listen(page);
  expect(call.heard()).toBeLessThan(silent);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: false }), callId);
  await until(() => call.heard() > loud);
});

test('refuses a second call as busy; the first goes on', async ({ page }) => {
  await ready(page);
  const first = await peer.call();
  await answer(page);
  const second = await peer.call({ from: '<sip:0665550000@peer.local>' });
  await until(() => second.ended);
  expect(second.status).toBe(486);
  expect(await event(page, 'inviteRefused')).toMatchObject({ refusal: 'busy', callerNumber: '0665550000' });
  first.heard();
  await until(() => first.heard() > loud);
  await listen(page);
});

test('refuses calls at once without a microphone, and says why there is none', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  });
  await open(page);
  await registration(page, 'registered');
  expect((await event(page, 'microphoneChanged', 2)).microphone).toEqual({
    status: 'failed',
    failure: 'denied',
    detail: 'Permission denied',
  });
  const call = await peer.call();
  await until(() => call.ended);
  expect(call.status).toBe(480);
  expect(await event(page, 'inviteRefused')).toMatchObject({ refusal: 'no-microphone', callerNumber: '0661234501' });
  expect(await eventsOf(page, 'invited')).toEqual([]);
});

test('a call that comes while the microphone is being opened waits for it', async ({ page }) => {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const allowed = new Promise<void>((resolve) => Object.assign(window, { allowMicrophone: resolve }));
    mediaDevices.getUserMedia = (wanted) => allowed.then(() => open(wanted));
  });
  await open(page);
  await registration(page, 'registered');
  const givenUp = await peer.call();
  await until(() => givenUp.status === 180);
  givenUp.cancel();
  expect(await event(page, 'inviteRefused')).toMatchObject({ refusal: 'no-microphone', callerNumber: '0661234501' });

  const call = await peer.call();
  await until(() => call.status === 180);
  const second = await peer.call({ from: '<sip:0665550000@peer.local>' });
  await until(() => second.ended);
  expect(second.status).toBe(486);
  expect(await eventsOf(page, 'invited')).toEqual([]);
  await page.evaluate(() => (window as unknown as { allowMicrophone: () => void }).allowMicrophone());
  await answer(page);
  await until(() => call.heard() > loud);
});

test('sends digits in the audio, and as INFO if the offer had no telephone events', async ({ page }) => {
  await ready(page);
  const call = await peer.call();
  const callId = await answer(page);
  await heardTheTone(page);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'sendDigits', callId: id, digits: '12#' }), callId);
  await until(() => call.digits.join('') === '12#');
  call.bye();
  await event(page, 'ended');

  const plain = await peer.call({ telephoneEvents: false });
  const plainId = await answer(page, 2);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'sendDigits', callId: id, digits: '4*' }), plainId);
  await until(() => plain.requests.filter(({ method }) => method === 'INFO').length === 2);
  expect(
    plain.requests.filter(({ method }) => method === 'INFO').map(({ body }) => /Signal=(.)/.exec(body)?.[1]),
  ).toEqual(['4', '*']);
});

test('keeps the call when the SIP socket is cut, registers again and accepts the BYE', async ({ page }) => {
  await ready(page);
  const call = await peer.call();
  await answer(page);
  await until(() => call.heard() > loud);
  const before = await page.evaluate(() => window.page.events.length);
  peer.cut();
  await registration(page, 'waiting', before);
  await registration(page, 'registered', before);
  expect(peer.sockets).toBe(2);
  call.heard();
  await until(() => call.heard() > loud);
  await listen(page);
  call.bye();
  expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
});

test('gives up a call that rings when the SIP socket is cut', async ({ page }) => {
  await ready(page);
  await peer.call();
  await event(page, 'invited');
  peer.cut();
  expect(await event(page, 'ended')).toMatchObject({ by: 'failure', answered: false, cause: 'SIP connection lost' });
});

test('registers again after a 503, an answer without our Contact and no answer', async ({ page }) => {
  peer.replies.push(503, 'unbound', 'mute');
  const started = performance.now();
  await open(page);
  await registration(page, 'registered');
  const states = (await eventsOf(page, 'registrationChanged')).map((one) => one.registration);
  expect(states.filter(({ status }) => status === 'waiting').map((one) => 'detail' in one && one.detail)).toEqual([
    '503 Refused',
    'the server did not take the extension',
    'REGISTER was not answered',
  ]);
  expect(performance.now() - started).toBeLessThan(25_000);
  const instances = peer.registers.map((one) => /\+sip\.instance="([^"]+)"/.exec(one.header('Contact'))?.[1]);
  expect(new Set(instances).size).toBe(1);
});

test('reports that the account is refused and tries again at once on request', async ({ page }) => {
  peer.replies.push(403);
  await open(page);
  await registration(page, 'rejected');
  expect((await eventsOf(page, 'registrationChanged')).at(-1)?.registration).toEqual({
    status: 'rejected',
    sipStatus: 403,
    detail: '403 Refused',
  });
  await page.evaluate(() => window.page.softphone.execute({ type: 'registerNow' }));
  await registration(page, 'registered');
});

for (const status of [403, 404])
  test(`a ${status} to a REGISTER is retried slowly: the server may be reloading`, async ({ page }) => {
    peer.replies.push(status, status);
    await openPage(page, peer.port, '?refused=1500');
    await registration(page, 'registered');
    expect(peer.registers.filter((one) => one.header('Expires') !== '0')).toHaveLength(3);
    const shown = (await eventsOf(page, 'registrationChanged')).map(({ registration: { status: word } }) => word);
    expect(shown).toEqual(['connecting', 'registering', 'rejected', 'registered']);
  });

test('a wrong password is not tried again: that could lock the account', async ({ page }) => {
  peer.replies.push(401);
  await openPage(page, peer.port, '?refused=100');
  await registration(page, 'rejected');
  // Back on another socket, the softphone only checks whether that one works.
  peer.cut();
  await until(() => peer.probes.length > 0);
  expect(peer.registers.filter((one) => one.header('Expires') !== '0')).toHaveLength(1);
});

test('a phone server that answers 403 is not shown as unreachable, and is not tried every four seconds', async ({
  page,
}) => {
  peer.refusing = true;
  await openPage(page, peer.port, '?refused=6000');
  const waits = async (): Promise<readonly number[]> =>
    (await eventsOf(page, 'registrationChanged')).flatMap(({ registration: one }) =>
      one.status === 'waiting' && one.unauthorised ? [one.retryAt] : [],
    );
  await until(async () => (await waits()).length === 2);
  const [first = 0, second = 0] = await waits();
  expect(second - first).toBeGreaterThanOrEqual(6000);
  expect(peer.tries).toBe(2);
  peer.refusing = false;
  await page.evaluate(() => window.page.softphone.execute({ type: 'registerNow' }));
  await registration(page, 'registered');
});

test('started again at once: the old binding is removed before the new one is made', async ({ page }) => {
  await ready(page);
  // Without a response, so that the old one leaves as late as possible.
  peer.replies.push('mute');
  await page.evaluate((port) => {
    const { softphone } = window.page;
    softphone.stop();
    softphone.start({ url: `ws://localhost:${port}/ws`, realm: 'peer.local', login: '1001', password: 'training' });
  }, peer.port);
  await until(() => peer.registers.length >= 2);
  const left = performance.now();
  await until(() => peer.registers.length >= 3);
  expect(performance.now() - left).toBeGreaterThan(1500);
  expect(peer.registers.map((one) => one.header('Expires'))).toEqual(['300', '0', '300']);
  await registration(page, 'registered', await page.evaluate(() => window.page.events.length - 1));
});

test('reports other devices with the extension', async ({ page }) => {
  peer.otherContacts = ['<sip:desk@10.0.0.5>;expires=60, "Mobile, second" <sip:mobile@10.0.0.6>'];
  await open(page);
  await registration(page, 'registered');
  expect((await eventsOf(page, 'registrationChanged')).at(-1)?.registration).toEqual({
    status: 'registered',
    otherContacts: 2,
  });
});

test('survives what it can’t read', async ({ page }) => {
  await ready(page);
  for (const garbage of [
    'INVITE sip:agent@?bx.invalid SIP/2.0\r\n\r\n',
    'SIP/2.0 200\r\n\r\n',
    '\u0000',
    'INVITE',
    '\r\n\r\n',
  ])
    peer.send(garbage);
  const call = await peer.call();
  await answer(page);
  await until(() => call.heard() > loud);
  expect(await eventsOf(page, 'ended')).toEqual([]);
});

test('says that the browser blocks sound and plays it when asked', async ({ page }) => {
  await page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    let touched = false;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement): Promise<void> {
      if (touched) return play.call(this);
      touched = true;
      return Promise.reject(new DOMException('play() failed', 'NotAllowedError'));
    };
  });
  await ready(page);
  await peer.call();
  await answer(page);
  expect((await event(page, 'playbackChanged')).playback.status).toBe('blocked');
  await page.evaluate(() => window.page.softphone.execute({ type: 'unlockPlayback' }));
  expect((await event(page, 'playbackChanged', 2)).playback.status).toBe('playing');
});

test('releases everything when stopped', async ({ page }) => {
  await ready(page);
  const call = await peer.call();
  await answer(page);
  await page.evaluate(() => window.page.softphone.stop());
  await until(() => call.ended);
  await registration(page, 'off');
  await until(() => peer.registers.some((one) => one.header('Expires') === '0'));
  const left = await page.evaluate(() => ({
    tracks: window.page.tracks.filter(({ readyState }) => readyState === 'live').length,
    connections: window.page.connections.filter(({ connectionState }) => connectionState !== 'closed').length,
    contexts: window.page.contexts.filter(({ state }) => state !== 'closed').length,
  }));
  expect(left).toEqual({ tracks: 0, connections: 0, contexts: 0 });
});

test('answers forty calls in a row and keeps nothing of them', async ({ page }) => {
  await ready(page);
  for (let count = 1; count <= 40; count += 1) {
    const call = await peer.call();
    const { callId } = await event(page, 'invited', count);
    await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
    await call.answered();
    call.bye();
    await event(page, 'ended', count);
  }
  const left = await page.evaluate(() => ({
    calls: window.page.connections.length,
    tracks: window.page.tracks.filter(({ readyState }) => readyState === 'live').length,
    connections: window.page.connections.filter(({ connectionState }) => connectionState !== 'closed').length,
    contexts: window.page.contexts.length,
  }));
  expect(left).toEqual({ calls: 40, tracks: 1, connections: 0, contexts: 1 });
});
