import { type Page, expect, test } from '@playwright/test';
import { until } from 'test-kit';
import { bundlePage } from '../bundle-page';
import type { PeerCall } from '../peer-call';
import { SipPeer } from '../sip-peer';
import { answer, event, eventsOf, loud, ready } from '../softphone-steps';
import { isFull } from '../everyday';

const rounds = isFull ? 100 : 10;

/** Packets of audio that the newest call has received. */
const received = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let packets = 0;
    (await window.page.connections.at(-1)?.getStats())?.forEach((stats) => {
      if (stats.type === 'inbound-rtp') packets = stats.packetsReceived;
    });
    return packets;
  });

/** Talks over a scripted server, which `meets` something then; nobody may have ended the call. */
async function talks(page: Page, meets: (call: PeerCall) => Promise<void>): Promise<void> {
  const peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
  try {
    await ready(page, peer.port);
    const call = await peer.call();
    await answer(page);
    await until(() => call.heard() > loud);
    await meets(call);
    expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  } finally {
    await peer.close();
  }
}

test(`the call is up after each of ${rounds} crossed re-INVITEs`, async ({ page }) => {
  test.setTimeout(900_000);
  await talks(page, async (call) => {
    let crossed = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const both = call.cross();
      // The softphone makes a new offer when a network comes back.
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await both;
      crossed = call.responses.filter(({ status, method }) => status === 491 && method === 'INVITE').length;
      expect(crossed).toBe(round);
      const before = await received(page);
      await until(async () => (await received(page)) > before + 5);
      call.heard();
      await until(() => call.heard() > 0);
      expect(await eventsOf(page, 'ended')).toEqual([]);
    }
    process.stdout.write(`      up after each of ${crossed} crossed re-INVITEs, promised ${rounds}\n`);
    await until(() => call.heard() > loud);
    call.bye();
    expect(await event(page, 'ended')).toMatchObject({ by: 'server', answered: true });
  });
});

test('a refused re-INVITE leaves both sides heard', async ({ page }) => {
  await talks(page, async (call) => {
    call.refusing = true;
    const offers = (): number => call.requests.filter(({ method }) => method === 'INVITE').length;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await until(() => offers() > 0, 'the softphone offers');
    await until(() => call.requests.at(-1)?.method === 'ACK', 'the refusal is acknowledged');
    const before = await received(page);
    call.heard();
    // Far more than the packets that were under way.
    await until(async () => (await received(page)) > before + 100, 'the operator hears');
    await until(() => call.heard() > loud, 'the customer hears');
    expect(await eventsOf(page, 'ended')).toEqual([]);
  });
});
