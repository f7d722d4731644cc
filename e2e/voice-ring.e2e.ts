import { expect, test, type Page } from '@playwright/test';
import { bundlePage } from './bundle-page';
import { SipPeer } from './sip-peer';
import { event, ready } from './softphone-steps';

interface Tone {
  readonly node: OscillatorNode;
  readonly startedAt: number;
  stoppedAt: number | null;
}

let peer: SipPeer;

test.beforeAll(async () => {
  peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
});
test.afterAll(() => peer.close());
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const tones: Tone[] = [];
    Object.assign(window, { tones });
    const { start, stop } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number): void {
      tones.push({ node: this, startedAt: performance.now(), stoppedAt: null });
      start.call(this, when);
    };
    OscillatorNode.prototype.stop = function (this: OscillatorNode, when?: number): void {
      const tone = tones.find(({ node }) => node === this);
      // With a time it only sets how long the tone may last.
      if (tone && when === undefined) tone.stoppedAt = performance.now();
      stop.call(this, when);
    };
  }),
);
test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  await page.close();
  peer.reset();
});

/** The ring tones so far: nothing else has 425 Hz. */
const rings = (page: Page): Promise<readonly { startedAt: number; stoppedAt: number | null }[]> =>
  page.evaluate(() =>
    (window as unknown as { tones: Tone[] }).tones
      .filter(({ node }) => node.frequency.value === 425)
      .map(({ startedAt, stoppedAt }) => ({ startedAt, stoppedAt })),
  );

test('a call that waits for an answer by hand rings from 900 ms on, until it is answered', async ({ page }) => {
  await ready(page, peer.port);
  await page.mouse.click(5, 5);
  await peer.call();
  const { callId, at } = await event(page, 'invited');
  await expect.poll(async () => (await rings(page)).length).toBe(1);
  const [ring] = await rings(page);
  expect((ring?.startedAt ?? 0) - at).toBeGreaterThanOrEqual(890);
  expect(ring?.stoppedAt).toBeNull();
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  await event(page, 'microphoneOpened');
  expect((await rings(page))[0]?.stoppedAt).not.toBeNull();
});

test('a call answered automatically before that never rings, and a cancelled one falls silent', async ({ page }) => {
  await ready(page, peer.port);
  await page.mouse.click(5, 5);
  const call = await peer.call();
  const { callId } = await event(page, 'invited');
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  await event(page, 'microphoneOpened');
  expect(await rings(page)).toEqual([]);
  call.bye();
  await event(page, 'ended');

  const second = await peer.call();
  await expect.poll(async () => (await rings(page)).length).toBe(1);
  second.cancel();
  await event(page, 'ended', 2);
  await expect.poll(async () => (await rings(page))[0]?.stoppedAt).not.toBeNull();
});
