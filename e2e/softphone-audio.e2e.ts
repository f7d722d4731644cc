import { expect, test, type Page } from '@playwright/test';
import type { CallMediaFlow, MediaFlowState } from 'mediatel-lib/ports';
import { bundlePage } from './bundle-page';
import { SipPeer } from './sip-peer';
import { answer, event, eventsOf, ready } from './softphone-steps';

let peer: SipPeer;

test.beforeAll(async () => {
  peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
});
test.afterAll(() => peer.close());
test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  await page.close();
  peer.reset();
});

type Direction = 'outgoing' | 'incoming';

const heard: MediaFlowState = { audibility: 'heard', reason: null };

/**
 * Waits until a direction is reported in this state, after the given number of reports. Returns the time in
 * milliseconds.
 */
async function proved(page: Page, direction: Direction, wanted: MediaFlowState, after = 0): Promise<number> {
  const told = await page.waitForFunction(
    ([way, { audibility, reason }, from]) =>
      window.page.events
        .filter((one) => one.type === 'audioProved')
        .slice(from)
        .find(({ proof }) => proof[way].audibility === audibility && proof[way].reason === reason),
    [direction, wanted, after] as const,
  );
  return (await told.jsonValue())?.at ?? NaN;
}

const proofs = async (page: Page): Promise<CallMediaFlow[]> =>
  (await eventsOf(page, 'audioProved')).map(({ proof }) => proof);

test('proves within 3 s that both sides are heard', async ({ page }) => {
  await ready(page, peer.port);
  await peer.call();
  const callId = await answer(page);
  const opened = (await event(page, 'microphoneOpened')).at;
  expect((await proved(page, 'outgoing', heard)) - opened).toBeLessThan(3000);
  expect((await proved(page, 'incoming', heard)) - opened).toBeLessThan(3000);
  // The report on the other direction follows.
  await page.waitForFunction(() => window.page.events.some((one) => one.type === 'audioProved' && one.proof.received));

  // The customer answers: what was heard before says nothing about them.
  const before = (await proofs(page)).length;
  await page.evaluate((id) => window.page.softphone.execute({ type: 'proveAudio', callId: id }), callId);
  await proved(page, 'incoming', { audibility: 'proving', reason: null }, before);
  await proved(page, 'incoming', heard, before);
});

test('distinguishes silence from a line without packets, and recovers', async ({ page }) => {
  await ready(page, peer.port);
  const call = await peer.call();
  call.speaks = 'silence';
  await answer(page);
  const opened = (await event(page, 'microphoneOpened')).at;
  const silentAt = await proved(page, 'incoming', { audibility: 'silent', reason: 'quiet' });
  expect(silentAt - opened).toBeLessThan(3000);
  await proved(page, 'outgoing', heard);

  call.speaks = 'tone';
  await proved(page, 'incoming', heard);
  const before = (await proofs(page)).length;
  call.speaks = 'nothing';
  const stoppedAt = await page.evaluate(() => performance.now());
  const missedAt = await proved(page, 'incoming', { audibility: 'no-packets', reason: 'no-packets' }, before);
  expect(missedAt - stoppedAt).toBeLessThan(4500);
  call.speaks = 'tone';
  await proved(page, 'incoming', heard, (await proofs(page)).length);
});

test('reports that nothing comes if nothing ever came', async ({ page }) => {
  await ready(page, peer.port);
  const call = await peer.call();
  call.speaks = 'nothing';
  await answer(page);
  const opened = (await event(page, 'microphoneOpened')).at;
  const missedAt = await proved(page, 'incoming', { audibility: 'no-packets', reason: 'no-packets' });
  expect(missedAt - opened).toBeLessThan(3000);
});

test('reports that the microphone sends silence', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const context = new AudioContext();
      const silence = new ConstantSourceNode(context, { offset: 0 });
      const microphone = context.createMediaStreamDestination();
      silence.connect(microphone);
      silence.start();
      return Promise.resolve(microphone.stream);
    };
  });
  await ready(page, peer.port);
  await peer.call();
  await answer(page);
  const opened = (await event(page, 'microphoneOpened')).at;
  const deadAt = await proved(page, 'outgoing', { audibility: 'silent', reason: 'digital-silence' });
  expect(deadAt - opened).toBeLessThan(3000);
});

test('reports that we send nothing', async ({ page }) => {
  await ready(page, peer.port);
  await peer.call();
  await answer(page);
  await proved(page, 'outgoing', heard);
  await page.evaluate(() => window.page.connections.at(-1)?.getSenders()[0]?.replaceTrack(null));
  await proved(page, 'outgoing', { audibility: 'no-packets', reason: 'no-packets' });
});

test('knows why nothing is heard: mute, a blocked playback, a hold', async ({ page }) => {
  await page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    let refused = false;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement): Promise<void> {
      if (refused) return play.call(this);
      refused = true;
      return Promise.reject(new DOMException('play() failed', 'NotAllowedError'));
    };
  });
  await ready(page, peer.port);
  const call = await peer.call();
  const callId = await answer(page);
  await proved(page, 'incoming', { audibility: 'silent', reason: 'playback-blocked' });
  await page.evaluate(() => window.page.softphone.execute({ type: 'unlockPlayback' }));
  await proved(page, 'incoming', heard);

  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: true }), callId);
  await proved(page, 'outgoing', { audibility: 'silent', reason: 'muted' });
  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: false }), callId);
  await proved(page, 'outgoing', heard, (await proofs(page)).length);

  await call.reinvite('sendonly');
  await proved(page, 'outgoing', { audibility: 'silent', reason: 'held' });
  const held = (await proofs(page)).length;
  await call.reinvite('sendrecv');
  await proved(page, 'outgoing', heard, held);
});

test('reports every mute, whoever causes it', async ({ page }) => {
  await ready(page, peer.port);
  await peer.call();
  await answer(page);
  // The headset's own key: the browser mutes the track and fires an event.
  await page.evaluate(() => {
    const track = window.page.connections.at(-1)?.getSenders()[0]?.track;
    if (!track) return;
    Object.defineProperty(track, 'muted', { configurable: true, value: true });
    track.dispatchEvent(new Event('mute'));
  });
  expect(await event(page, 'muteChanged')).toMatchObject({ muted: true, cause: 'system' });
  await page.evaluate(() => {
    const track = window.page.connections.at(-1)?.getSenders()[0]?.track;
    if (!track) return;
    Object.defineProperty(track, 'muted', { configurable: true, value: false });
    track.dispatchEvent(new Event('unmute'));
  });
  expect(await event(page, 'muteChanged', 2)).toMatchObject({ muted: false });
  // Another script in the page, without an event.
  await page.evaluate(() => {
    const track = window.page.connections.at(-1)?.getSenders()[0]?.track;
    if (track) track.enabled = false;
  });
  expect(await event(page, 'muteChanged', 3)).toMatchObject({ muted: true, cause: 'operator' });
});

test('rates the call and keeps no figures of an ended one', async ({ page }) => {
  await ready(page, peer.port);
  const call = await peer.call();
  const callId = await answer(page);
  await event(page, 'qualityChanged');
  // The first seconds are rated as they sound while the machine still starts the call.
  const rated = (): Promise<unknown> => page.evaluate(() => window.page.softphone.quality()?.rating);
  await expect.poll(rated, { timeout: 20_000 }).toBe('good');
  await page.waitForFunction(() => window.page.softphone.quality()?.roundTrip !== null);
  const quality = await page.evaluate(() => window.page.softphone.quality());
  expect(quality).toMatchObject({ callId, packetsLost: 0, rating: 'good', alarms: [] });
  expect(quality?.mos).toBeGreaterThan(3.9);
  expect(quality?.roundTrip).toBeLessThan(100);
  expect(quality?.jitter).toBeLessThan(30);
  call.bye();
  await event(page, 'ended');
  expect(await page.evaluate(() => window.page.softphone.quality())).toBeNull();
});

test('notifies an operator who looks elsewhere, until the call is over or they return', async ({ page }) => {
  await page.addInitScript(() => {
    const notices: { title: string; body: string; closed: boolean }[] = [];
    class Notice {
      static readonly permission = 'granted';
      onclick: (() => void) | null = null;
      readonly #shown: (typeof notices)[number];
      constructor(title: string, { body }: { body: string }) {
        notices.push((this.#shown = { title, body, closed: false }));
      }
      close(): void {
        this.#shown.closed = true;
      }
    }
    Object.assign(window, { Notification: Notice, notices });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
  });
  await ready(page, peer.port);
  const call = await peer.call();
  const notices = (): Promise<unknown> => page.evaluate(() => (window as unknown as { notices: unknown }).notices);
  await page.waitForFunction(() => (window as unknown as { notices: unknown[] }).notices.length === 1);
  expect(await notices()).toEqual([{ title: 'Incoming call', body: '0661234501 · DM_MFO_1', closed: false }]);
  call.cancel();
  await event(page, 'ended');
  expect(await notices()).toMatchObject([{ closed: true }]);
  // Answered automatically before it rings. It is still notified, because nobody has seen it come.
  await peer.call();
  const { callId } = await event(page, 'invited', 2);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  await event(page, 'microphoneOpened');
  expect(await notices()).toMatchObject([{ closed: true }, { closed: false }]);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  expect(await notices()).toMatchObject([{ closed: true }, { closed: true }]);
});
