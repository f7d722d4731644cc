import type { Page } from '@playwright/test';
import { test as base, expect, type Link } from './link';
import { measured } from './measured';
import { UdpRelay } from './udp-relay';
import { full } from '../everyday';

const audioBack = 5000;
const blockedFor = 8000;

/** Answers and sends back what the operator says, so that received sound has gone both ways. */
const echo = '0661234505';

interface Peers {
  readonly peers: RTCPeerConnection[];
}

/** Packets and energy received by the call's connection. */
const heard = (page: Page): Promise<{ packets: number; energy: number }> =>
  page.evaluate(async () => {
    const sum = { packets: 0, energy: 0 };
    for (const peer of (window as unknown as Peers).peers)
      (await peer.getStats()).forEach((stats) => {
        if (stats.type !== 'inbound-rtp') return;
        sum.packets += stats.packetsReceived;
        sum.energy += stats.totalAudioEnergy;
      });
    return sum;
  });

async function relayed(page: Page, link: Link): Promise<UdpRelay> {
  const relay = new UdpRelay();
  await relay.move();
  link.sip.disturb('down', (text) => [{ text: relay.toBrowser(text) }]);
  link.sip.disturb('up', (text) => [{ text: relay.toServer(text) }]);
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    Object.assign(window, { peers });
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
  });
  return relay;
}

/** Milliseconds from the path's return to audio both ways. */
async function backAfter(page: Page, relay: UdpRelay): Promise<number> {
  const returnedAt = performance.now();
  await expect
    .poll(() => Math.min(relay.lastAudio.up, relay.lastAudio.down) > returnedAt, { timeout: 20_000, intervals: [20] })
    .toBe(true);
  const { packets } = await heard(page);
  await expect
    .poll(async () => (await heard(page)).packets, { timeout: 20_000, intervals: [20] })
    .toBeGreaterThan(packets);
  const back = performance.now() - returnedAt;
  const { energy } = await heard(page);
  // The fake microphone's beep, sent to the customer and back.
  await expect.poll(async () => (await heard(page)).energy - energy, { timeout: 20_000 }).toBeGreaterThan(0.0005);
  return back;
}

/** Runs in a call whose audio passes the relay. The call ends with the test. */
const test = base.extend<{ relay: UdpRelay }>({
  relay: async ({ host, link, page }, use) => {
    const relay = await relayed(page, link);
    try {
      await host.begin();
      await host.talk(echo);
      await backAfter(page, relay);
      await use(relay);
    } finally {
      relay.close();
    }
  },
});

const restarts = (link: Link): number =>
  link.sip.texts('up').filter((text) => text.startsWith('INVITE ') && text.includes('a=ice-ufrag:')).length;

test('the path of the audio blocked for 8 s: ICE is restarted, and the audio is back', async ({
  host,
  link,
  page,
  relay,
}) => {
  relay.blocked = true;
  await new Promise((resolve) => setTimeout(resolve, blockedFor));
  expect(restarts(link)).toBeGreaterThan(0);
  relay.blocked = false;
  measured('audio back both ways after 8 s without a path', await backAfter(page, relay), audioBack);
  expect((await host.state()).agent.phase).toBe('talking');
  await host.finish();
});

test('another network in a call: ICE is restarted, and the audio is back', async ({ host, link, page, relay }) => {
  await relay.move();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  measured('audio back both ways over another network', await backAfter(page, relay), audioBack);
  expect(restarts(link)).toBeGreaterThan(0);
  await host.finish();
});

// ICE takes its time; its restarts are tested above.
test('another network the browser says nothing of: found out by ICE', full, async ({ host, link, page, relay }) => {
  await relay.move();
  await backAfter(page, relay);
  expect(restarts(link)).toBeGreaterThan(0);
  await host.finish();
});
