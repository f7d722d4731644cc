import { expect, test, type Page } from '@playwright/test';
import { bundlePage } from './bundle-page';
import { wholeChromium } from './chromium';
import { type Look, onlooker } from './onlooker';
import { SipPeer } from './sip-peer';
import { answer, event } from './softphone-steps';

const browser = await wholeChromium();

// As in an operator's browser: no sound until the page was touched.
test.use({
  // Tracing reads the page, and the browser counts that as a touch.
  trace: 'off',
  launchOptions: { ...browser, args: browser.args.filter((arg) => !arg.startsWith('--autoplay-policy')) },
});

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

async function startIn(page: Page, look: Look): Promise<void> {
  await page.goto(`http://localhost:${peer.port}/`);
  await expect.poll(() => look(`'page' in window`)).toBe(true);
  const account = { url: `ws://localhost:${peer.port}/ws`, realm: 'peer.local', login: '1001', password: 'training' };
  await look(`page.softphone.start(${JSON.stringify(account)})`);
  await expect.poll(() => peer.registers.length).toBe(1);
}

/** What the page has reported about its playback. */
const told = `page.events.filter(({ type }) => type === 'playbackChanged').map(({ playback }) => playback.status)`;

test('a page that has the microphone may sound without a touch', async ({ page }) => {
  const look = await onlooker(page);
  await startIn(page, look);
  await expect.poll(() => look('page.contexts.map(({ state }) => state)')).toEqual(['running']);
  expect(await look('navigator.userActivation.hasBeenActive')).toBe(false);
  expect(await look(told)).toEqual([]);
});

test('a page that nobody has touched says that it can’t ring; the first click enables it, for a call that already rings too', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // Chromium lets a page play sound while it captures. It does not count this microphone as capturing, like a
    // stricter browser.
    const { receiver } = new RTCPeerConnection().addTransceiver('audio');
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(new MediaStream([receiver.track.clone()]));
    Object.assign(window, { rings: [] });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number): void {
      if (this.frequency.value === 425) (window as unknown as { rings: OscillatorNode[] }).rings.push(this);
      start.call(this, when);
    };
  });
  const look = await onlooker(page);
  await startIn(page, look);
  await expect.poll(() => look(told)).toEqual(['blocked']);

  const call = await peer.call();
  await expect.poll(() => look('rings.length')).toBe(1);
  const clock = (): Promise<number> => look('rings[0].context.currentTime');
  expect(await clock()).toBe(0);
  expect(await look('navigator.userActivation.hasBeenActive')).toBe(false);

  await page.mouse.click(5, 5);
  await expect.poll(() => look(told)).toEqual(['blocked', 'idle']);
  await expect.poll(clock).toBeGreaterThan(0);
  await answer(page);
  call.bye();
  await event(page, 'ended');
  expect(await look(told)).toEqual(['blocked', 'idle', 'playing', 'idle']);
});
