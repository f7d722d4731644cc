import { expect, test, type Page } from '@playwright/test';
import type { AudioUse } from 'mediatel-lib/ports';
import { until } from 'test-kit';
import { bundlePage } from './bundle-page';
import { SipPeer } from './sip-peer';
import { answer, event, eventsOf, listen, loud, ready, silent } from './softphone-steps';

declare global {
  interface Window {
    /** Labels of unplugged devices. */
    unplugged: Set<string>;
    /** Sinks that audio elements got, in order. */
    sinks: string[];
    /** Opens the awaited microphone, or refuses it. */
    decideMicrophone: (isThere: boolean) => void;
  }
}

let peer: SipPeer;

test.beforeAll(async () => {
  peer = new SipPeer(await bundlePage('softphone-page.ts'));
  await peer.start();
});
test.afterAll(() => peer.close());
test.beforeEach(async ({ page }) => {
  // The browser's fake devices can't be unplugged: this makes the list and the track behave as if they were.
  await page.addInitScript(() => {
    window.unplugged = new Set();
    window.sinks = [];
    const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    navigator.mediaDevices.enumerateDevices = async () =>
      (await list()).filter(({ label }) => !window.unplugged.has(label));
    const setSinkId = HTMLMediaElement.prototype.setSinkId;
    HTMLMediaElement.prototype.setSinkId = function (this: HTMLMediaElement, sinkId: string): Promise<void> {
      window.sinks.push(sinkId);
      return setSinkId.call(this, sinkId);
    };
  });
});
test.afterEach(async ({ page }) => {
  expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  await page.close();
  peer.reset();
});

const choose = (page: Page, use: AudioUse, label: string): Promise<void> =>
  page.evaluate(
    ([wanted, name]) => {
      const { softphone } = window.page;
      const list = wanted === 'microphone' ? softphone.devices().microphones : softphone.devices().speakers;
      softphone.execute({
        type: 'chooseDevice',
        use: wanted,
        deviceId: list.find((device) => device.label === name)?.deviceId ?? 'none of that name',
      });
    },
    [use, label] as const,
  );

const microphoneIs = (page: Page, label: string): Promise<unknown> =>
  page.waitForFunction((name) => {
    const { microphone } = window.page.softphone.audioFacts();
    return microphone.status === 'ready' && microphone.label === name;
  }, label);

/** Milliseconds until the page sends another microphone after this one is gone. */
const unplug = (page: Page, label: string): Promise<number> =>
  page.evaluate(async (name) => {
    const started = performance.now();
    const sender = window.page.connections.at(-1)?.getSenders()[0];
    const { track } = sender ?? {};
    window.unplugged.add(name);
    for (const one of window.page.opened) {
      if (one.label !== name) continue;
      one.stop();
      one.dispatchEvent(new Event('ended'));
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    while (sender?.track === track || sender?.track?.readyState !== 'live')
      await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - started;
  }, label);

test('lists the devices and changes the microphone in a call, as muted as it was', async ({ page }) => {
  await ready(page, peer.port);
  const call = await peer.call();
  const callId = await answer(page);
  await until(() => call.heard() > loud);
  const devices = await page.evaluate(() => window.page.softphone.devices());
  expect(devices.microphones.map(({ label }) => label)).toEqual(['Fake Audio Input 1', 'Fake Audio Input 2']);
  expect(devices.speakers.map(({ label }) => label)).toEqual(['Fake Audio Output 1', 'Fake Audio Output 2']);
  expect(devices.microphone).toMatchObject({ chosen: null, missing: false });

  await choose(page, 'microphone', 'Fake Audio Input 1');
  await microphoneIs(page, 'Fake Audio Input 1');
  expect(await event(page, 'deviceChanged')).toMatchObject({ use: 'microphone', cause: 'chosen' });
  await listen(page);
  call.heard();
  await until(() => call.heard() > loud);

  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: true }), callId);
  await choose(page, 'microphone', 'Fake Audio Input 2');
  await microphoneIs(page, 'Fake Audio Input 2');
  await listen(page);
  call.heard();
  await listen(page);
  expect(call.heard()).toBeLessThan(silent);
  expect((await eventsOf(page, 'muteChanged')).map(({ muted }) => muted)).toEqual([true]);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'setMuted', callId: id, muted: false }), callId);
  await until(() => call.heard() > loud);
  // The other side got no request.
  expect(call.requests.map(({ method }) => method)).toEqual([]);
});

test('sends another microphone within a second when the one in use is unplugged, and the chosen one when it is back', async ({
  page,
}) => {
  await ready(page, peer.port);
  await choose(page, 'microphone', 'Fake Audio Input 1');
  await microphoneIs(page, 'Fake Audio Input 1');
  const call = await peer.call();
  await answer(page);
  await until(() => call.heard() > loud);
  expect(await unplug(page, 'Fake Audio Input 1')).toBeLessThan(1000);
  await microphoneIs(page, 'Fake Default Audio Input');
  expect(await event(page, 'deviceChanged', 2)).toMatchObject({ use: 'microphone', cause: 'unplugged' });
  expect(await page.evaluate(() => window.page.softphone.devices().microphone.missing)).toBe(true);
  call.heard();
  await until(() => call.heard() > loud);

  await page.evaluate(() => {
    window.unplugged.clear();
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await microphoneIs(page, 'Fake Audio Input 1');
  expect(await event(page, 'deviceChanged', 3)).toMatchObject({ use: 'microphone', cause: 'returned' });
  call.heard();
  await until(() => call.heard() > loud);
  expect(call.requests).toEqual([]);
});

/** Makes the next microphone wait until `open` or `refuse`, and unplugs the one in use. */
const reopen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    const decided = new Promise<boolean>((resolve) => (window.decideMicrophone = resolve));
    mediaDevices.getUserMedia = async (wanted) => {
      if (!(await decided)) throw new DOMException('none', 'NotFoundError');
      return real(wanted);
    };
    for (const track of window.page.opened.splice(0)) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });

const asking = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => window.page.softphone.audioFacts().microphone.status === 'asking');
};

test('an answer waits for a microphone that is being opened', async ({ page }) => {
  await ready(page, peer.port);
  const call = await peer.call();
  const { callId } = await event(page, 'invited');
  await reopen(page);
  await asking(page);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  // A later request has arrived, so a refusal would have arrived too.
  const registers = peer.registers.length;
  await page.evaluate(() => window.page.softphone.execute({ type: 'registerNow' }));
  await until(() => peer.registers.length > registers);
  expect(call.status).toBe(180);
  await page.evaluate(() => window.decideMicrophone(true));
  await event(page, 'microphoneOpened');
  await until(() => call.heard() > loud);
  expect(await eventsOf(page, 'inviteRefused')).toEqual([]);
});

for (const [what, least, settle] of [
  ['is refused', 0, (page: Page) => page.evaluate(() => window.decideMicrophone(false))],
  ['does not come within 8 s', 8000, () => Promise.resolve()],
] as const)
  test(`an answer whose microphone ${what}: refused without a microphone, and the desk says so`, async ({ page }) => {
    await ready(page, peer.port);
    const call = await peer.call();
    const { callId, at } = await event(page, 'invited');
    await reopen(page);
    await asking(page);
    await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
    await settle(page);
    const refused = await event(page, 'inviteRefused');
    expect(refused).toMatchObject({ callId, refusal: 'no-microphone' });
    expect(refused.at - at).toBeGreaterThanOrEqual(least);
    expect(await event(page, 'ended')).toMatchObject({ callId, answered: false, cause: 'no microphone' });
    await until(() => call.ended);
    expect(call.status).toBe(480);
  });

test('says that the sent track ended when there is no other microphone', async ({ page }) => {
  await ready(page, peer.port);
  await peer.call();
  await answer(page);
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
    for (const track of [...window.page.opened, ...window.page.tracks]) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  expect(await event(page, 'muteChanged')).toMatchObject({ muted: true, cause: 'ended' });
  await page.waitForFunction(() => {
    const { microphone } = window.page.softphone.audioFacts();
    return microphone.status === 'failed' && microphone.failure === 'lost';
  });
});

test('remembers the choice, by its name if the browser gave it another id', async ({ page }) => {
  await ready(page, peer.port);
  await choose(page, 'microphone', 'Fake Audio Input 2');
  await choose(page, 'speaker', 'Fake Audio Output 1');
  await choose(page, 'ringer', 'Fake Audio Output 2');
  await microphoneIs(page, 'Fake Audio Input 2');
  await page.evaluate(() => {
    const key = 'mediatel.audio.devices';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, { deviceId: string } | null>;
    for (const device of Object.values(kept)) if (device) device.deviceId = 'of another visit';
    localStorage.setItem(key, JSON.stringify(kept));
  });
  await ready(page, peer.port);
  await microphoneIs(page, 'Fake Audio Input 2');
  // Not the id of before: some browsers give each page its own ids.
  await page.waitForFunction(() => {
    const { active } = window.page.softphone.devices().speaker;
    return active?.label === 'Fake Audio Output 1' && window.sinks.includes(active.deviceId);
  });
  // The ring tone plays on the same device as before.
  expect(await page.evaluate(() => window.page.softphone.devices().ringer.active?.label)).toBe('Fake Audio Output 2');
  await page.mouse.click(5, 5);
  await page.evaluate(() => window.page.softphone.execute({ type: 'testSound', use: 'ringer' }));
  await page.waitForFunction(() => window.page.softphone.audioFacts().ringerTest === 'played');
  expect(
    await page.evaluate(() => window.sinks.includes(window.page.softphone.devices().ringer.active?.deviceId ?? 'none')),
  ).toBe(true);
  // It is as before: nothing has changed.
  expect(await eventsOf(page, 'deviceChanged')).toEqual([]);
});

test('plays on the chosen speaker, on the default one when that is gone, and tests both ways out', async ({ page }) => {
  await ready(page, peer.port);
  await choose(page, 'speaker', 'Fake Audio Output 2');
  await choose(page, 'ringer', 'Fake Audio Output 1');
  expect(await page.evaluate(() => window.page.softphone.devices().speaker.active?.label)).toBe('Fake Audio Output 2');
  await page.mouse.click(5, 5);
  for (const use of ['speaker', 'ringer'] as const) {
    await page.evaluate((way) => window.page.softphone.execute({ type: 'testSound', use: way }), use);
    await page.waitForFunction((way) => window.page.softphone.audioFacts()[`${way}Test`] === 'played', use);
  }
  await page.evaluate(() => {
    window.unplugged.add('Fake Audio Output 2');
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  expect(await event(page, 'deviceChanged', 3)).toMatchObject({ use: 'speaker', cause: 'unplugged' });
  expect(await page.evaluate(() => window.sinks.at(-1))).toBe('');
  expect(await page.evaluate(() => window.page.softphone.devices().speaker.missing)).toBe(true);
});

test('checks everything before a shift', async ({ page }) => {
  await ready(page, peer.port);
  await page.waitForFunction(() => window.page.softphone.audioFacts().microphoneHeard);
  expect(await page.evaluate(() => window.page.softphone.audioFacts())).toMatchObject({
    permission: 'granted',
    microphone: { status: 'ready', label: 'Fake Default Audio Input' },
    microphoneHeard: true,
    speakerCount: 2,
    speakerTest: 'untested',
  });
});

test('sends digits as INFO if so configured', async ({ page }) => {
  await ready(page, peer.port, '?info');
  const call = await peer.call();
  const callId = await answer(page);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'sendDigits', callId: id, digits: '5' }), callId);
  await until(() => call.requests.some(({ method, body }) => method === 'INFO' && body.includes('Signal=5')));
  expect(call.digits).toEqual([]);
});
