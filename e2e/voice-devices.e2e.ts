import type { Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { heardEnergy } from './heard';

declare global {
  interface Window {
    /** Labels of unplugged devices. */
    unplugged: Set<string>;
    /** Microphone tracks that the page has opened. */
    opened: MediaStreamTrack[];
  }
}

const headset = 'Fake Audio Input 1';

/** The browser's fake devices can't be unplugged: this makes the list and the tracks behave as if they were. */
const makeUnpluggable = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.unplugged = new Set();
    window.opened = [];
    const { mediaDevices } = navigator;
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    mediaDevices.enumerateDevices = async () => (await list()).filter(({ label }) => !window.unplugged.has(label));
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      window.opened.push(...stream.getAudioTracks());
      return stream;
    };
  });

interface Handled {
  /** Milliseconds until another live track was sent. */
  readonly sent: number;
  /** Milliseconds until the desk named the replacement, or no longer did. */
  readonly shown: number;
}

/** Plugs the headset in or out. Returns how soon the call and the desk follow. */
const plug = (page: Page, wanted: 'in' | 'out'): Promise<Handled> =>
  page.evaluate(
    async ([label, way]) => {
      const started = performance.now();
      const sender = window.heardConnections.at(-1)?.getSenders()[0];
      const before = sender?.track;
      if (way === 'in') window.unplugged.delete(label);
      else {
        window.unplugged.add(label);
        for (const track of window.opened.filter((one) => one.label === label)) {
          track.stop();
          track.dispatchEvent(new Event('ended'));
        }
      }
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      const since = async (isDone: () => boolean): Promise<number> => {
        while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 5));
        return performance.now() - started;
      };
      const isSaid = (): boolean => document.querySelector('mediatel-device-select [role=status]') !== null;
      const [sent, shown] = await Promise.all([
        since(() => sender?.track !== before && sender?.track?.readyState === 'live'),
        since(() => isSaid() === (way === 'out')),
      ]);
      return { sent, shown };
    },
    [headset, wanted] as const,
  );

async function openCheck(desk: Desk): Promise<void> {
  await desk.openMenu();
  await desk.menuItem('Sound and line check').click();
  await expect(desk.root.getByRole('combobox', { name: 'Microphone' })).toBeVisible();
}

const chosen = (desk: Desk, use: string) => desk.root.getByRole('combobox', { name: use }).locator('option:checked');

test('a microphone plugged out and in during a call: followed within 1 s without a re-INVITE; choices outlive a reload', async ({
  desk,
  page,
}) => {
  test.setTimeout(300_000);
  await makeUnpluggable(page);
  const requests: string[] = [];
  page.on('websocket', (socket) => {
    if (!socket.url().endsWith('/ws')) return;
    socket.on('framesent', ({ payload }) => requests.push(String(payload).split(' ', 1)[0] ?? ''));
  });
  await desk.begin('agent19');
  await openCheck(desk);
  await desk.root.getByRole('combobox', { name: 'Ringing is heard on' }).selectOption({ label: 'Fake Audio Output 2' });
  await desk.root.getByRole('combobox', { name: 'Microphone' }).selectOption({ label: headset });
  await desk.button('Back').click();
  // This customer echoes: the desk receives the operator's own beeps.
  await desk.talk('0661234505');
  const isHeard = async (): Promise<void> => {
    const before = await heardEnergy(page);
    await expect.poll(() => heardEnergy(page)).toBeGreaterThan(before + 0.001);
  };
  await isHeard();
  await openCheck(desk);
  requests.length = 0;
  for (const way of ['out', 'in'] as const) {
    await test.step(`plugged ${way}`, async () => {
      const { sent, shown } = await plug(page, way);
      process.stdout.write(
        `      plugged ${way}: sent after ${Math.round(sent)} ms, shown after ${Math.round(shown)} ms\n`,
      );
      expect(sent).toBeLessThan(1000);
      expect(shown).toBeLessThan(1000);
      await expect(chosen(desk, 'Microphone')).toHaveText(headset);
      await isHeard();
    });
  }
  expect(requests.filter((method) => /^(INVITE|UPDATE)$/.test(method))).toEqual([]);
  await desk.button('Back').click();
  await desk.finish();

  await page.reload();
  await desk.ready();
  await openCheck(desk);
  await expect(chosen(desk, 'Microphone')).toHaveText(headset);
  await expect(chosen(desk, 'Ringing is heard on')).toHaveText('Fake Audio Output 2');
  await expect(desk.root.locator('mediatel-device-select').getByRole('status')).toHaveCount(0);
});
