import { expect, test } from '@playwright/test';
import { until } from 'test-kit';
import { bundlePage } from '../bundle-page';
import type { PeerCall } from '../peer-call';
import { SipPeer } from '../sip-peer';
import { answer, event, eventsOf, heardTheTone, loud, ready } from '../softphone-steps';
import { mutated, mutations } from './mutations';
import { tortureMessages } from './torture-messages';

/** As many as a page reads at a time. Then the test checks that the page still works. */
const batch = 500;

let peer: SipPeer;

test.beforeAll(async () => {
  peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
});
test.afterAll(() => peer.close());

/** What a server sends during good calls: the texts that are mutated. */
async function overheard(during: () => Promise<void>): Promise<string[]> {
  const texts: string[] = [];
  const send = peer.send.bind(peer);
  peer.send = (text) => {
    texts.push(text);
    send(text);
  };
  await during();
  peer.send = send;
  return texts;
}

test(`${mutations} mutated SIP frames to the browser: nothing is thrown, and the next call is answered`, async ({
  page,
}) => {
  test.setTimeout(1_200_000);
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await ready(page, peer.port);

  let calls = 0;
  const talk = async (end: (call: PeerCall, id: string) => Promise<void>): Promise<void> => {
    const call = await peer.call();
    const id = await answer(page, ++calls);
    await until(() => call.heard() > loud);
    await heardTheTone(page);
    await end(call, id);
    await event(page, 'ended', calls);
  };
  const hangUp = (_call: PeerCall, id: string): Promise<void> =>
    page.evaluate((callId) => window.page.softphone.execute({ type: 'hangUp', callId }), id);
  const good = await overheard(async () => {
    await talk(async (call) => call.bye());
    await talk(hangUp);
  });
  expect(good.length).toBeGreaterThanOrEqual(4);

  // Half of them come from a real call. Each gets its own branch and Call-ID, otherwise it would count as a
  // retransmission.
  const own = (text: string): string =>
    text.replace(/branch=[^;\s]*/, 'branch=z9hG4bK-fresh').replace(/Call-ID: .*/i, 'Call-ID: fresh');
  const calling = good.filter((text) => text.startsWith('INVITE')).map(own);
  const torture = tortureMessages.map(({ frame }) => String(frame));
  const said = torture.map((_, i) => [...calling, ...good][i % (calling.length + good.length)]!);
  const frames = mutated([...torture, ...said], mutations).map((text, i) => text.replaceAll('fresh', `fresh${i}`));
  for (let from = 0; from < frames.length; from += batch) {
    for (const frame of frames.slice(from, from + batch)) peer.send(frame);
    // Some are valid enough to be a call, or to disturb the registration. That is no fault, but it must not last.
    await page.evaluate(() => {
      for (const one of window.page.events)
        if (one.type === 'invited') window.page.softphone.execute({ type: 'hangUp', callId: one.callId });
    });
  }
  expect(thrown).toEqual([]);
  expect(await page.evaluate(() => window.page.faults)).toEqual([]);

  await page.waitForFunction(() => {
    const of = (type: string): number => window.page.events.filter((one) => one.type === type).length;
    return of('invited') === of('ended');
  });
  calls = (await eventsOf(page, 'invited')).length;
  const opened = (await eventsOf(page, 'microphoneOpened')).length;
  const call = await peer.call();
  const { callId } = await event(page, 'invited', calls + 1);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  await event(page, 'microphoneOpened', opened + 1);
  await until(() => call.heard() > loud);
  await heardTheTone(page);
  process.stdout.write(`      ${frames.length} frames, of which ${calls - 2} rang; thrown: ${thrown.length}\n`);
});
