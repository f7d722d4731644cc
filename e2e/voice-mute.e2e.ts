import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { full } from './everyday';

/** This customer echoes: the desk receives the operator's own beeps, unless nobody hears the operator. */
const echoes = '0661234505';

interface Heard {
  readonly packets: number;
  readonly energy: number;
  /** The total seconds that samples waited in the browser's jitter buffer, and the number of samples. */
  readonly waited: number;
  readonly played: number;
}

const received = (page: Page): Promise<Heard> =>
  page.evaluate(async () => {
    let [packets, energy, waited, played] = [0, 0, 0, 0];
    (await window.heardConnections.at(-1)?.getStats())?.forEach((report: Partial<Record<string, number | string>>) => {
      if (report['type'] !== 'inbound-rtp') return;
      packets = Number(report['packetsReceived']);
      energy = Number(report['totalAudioEnergy']);
      waited = Number(report['jitterBufferDelay']);
      played = Number(report['jitterBufferEmittedCount']);
    });
    return { packets, energy, waited, played };
  });

/** What comes back from the operator in this many milliseconds of sound or silence: a packet is 20 ms of either. */
async function echo(page: Page, ms: number): Promise<number> {
  const from = await received(page);
  let now = from;
  await expect
    .poll(async () => (now = await received(page)).packets, { timeout: 15_000 + ms, intervals: [100] })
    .toBeGreaterThanOrEqual(from.packets + ms / 20);
  return now.energy - from.energy;
}

/** One beep of the microphone is thirty times as much. */
const silence = 0.0005;

const isHeard = async (page: Page): Promise<void> => expect.poll(() => echo(page, 1000)).toBeGreaterThan(silence);

/**
 * Nothing comes back any more, once what was on its way has arrived: over the network, and through the browser's jitter
 * buffer, which grows with the load of the machine.
 */
async function isSilent(page: Page): Promise<void> {
  const from = await received(page);
  await echo(page, 800);
  const now = await received(page);
  await echo(page, (1000 * (now.waited - from.waited)) / Math.max(1, now.played - from.played));
  expect(await echo(page, 2200)).toBeLessThan(silence);
}

const atServer = (desk: Desk): unknown => desk.wire.received.at(-1)?.['mute'];

/** The desk, the server and the customer's sound agree. */
async function isMuted(desk: Desk, muted: boolean): Promise<void> {
  await expect(desk.button(muted ? 'Unmute' : 'Mute')).toBeVisible();
  await expect(desk.root.getByText('Nobody hears you')).toHaveCount(muted ? 1 : 0);
  await expect.poll(() => atServer(desk)).toBe(muted ? 1 : 0);
  await (muted ? isSilent : isHeard)(desk.page);
}

const setTrack = (page: Page, enabled: boolean): Promise<void> =>
  page.evaluate((on) => {
    const track = window.heardConnections.at(-1)?.getSenders()[0]?.track;
    if (track) track.enabled = on;
  }, enabled);

async function chooseMicrophone(desk: Desk, label: string): Promise<void> {
  await desk.openMenu();
  await desk.menuItem('Sound and line check').click();
  await desk.root.getByRole('combobox', { name: 'Microphone' }).selectOption({ label });
  await desk.button('Back').click();
}

test('mute is truthful after a hold, another microphone and the next call', async ({ desk, page }) => {
  test.setTimeout(300_000);
  await desk.begin('agent17');
  await desk.talk(echoes);
  await isMuted(desk, false);
  await desk.button('Mute').click();
  await isMuted(desk, true);

  await test.step('a hold', async () => {
    await desk.button('Hold').click();
    await desk.shows('On hold');
    await desk.button('Resume').click();
    await desk.shows('Muted');
    await isMuted(desk, true);
  });
  await test.step('another microphone', async () => {
    const track = () => page.evaluate(() => window.heardConnections.at(-1)?.getSenders()[0]?.track?.id);
    const before = await track();
    await chooseMicrophone(desk, 'Fake Audio Input 2');
    await expect.poll(track).not.toBe(before);
    await isMuted(desk, true);
    await desk.button('Unmute').click();
    await isMuted(desk, false);
  });
  await test.step('the next call begins open, and says so', async () => {
    await desk.button('Mute').click();
    await isMuted(desk, true);
    await desk.finish();
    await desk.talk(echoes);
    await isMuted(desk, false);
  });
  await desk.finish();
});

test('a disagreement about mute is named, and resolved by one click', full, async ({ desk, page }) => {
  test.setTimeout(300_000);
  await desk.begin('agent18');
  await desk.talk(echoes);
  await isMuted(desk, false);

  await test.step('muted here, not at Mediatel', async () => {
    await setTrack(page, false);
    await expect(desk.notice).toContainText('You are muted here, but Mediatel believes you are heard');
    await desk.notice.getByRole('button', { name: 'Mute there' }).click();
    await expect(desk.notice).toBeHidden();
    await isMuted(desk, true);
  });
  await test.step('muted at Mediatel, not here', async () => {
    await setTrack(page, true);
    await expect(desk.notice).toContainText('Mediatel has muted you: the customer can’t hear you');
    await isSilent(page);
    await desk.notice.getByRole('button', { name: 'Unmute' }).click();
    await expect(desk.notice).toBeHidden();
    await isMuted(desk, false);
  });
  await desk.finish();
});
