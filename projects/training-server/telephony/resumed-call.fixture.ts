import { FRAME_MS, FRAME_SAMPLES } from '../media/frame-clock';
import { level, powerAt } from '../media/spectrum';
import { FakeTabAudio } from '../sip/fake-tab-audio';
import type { FakeTab } from '../sip/fake-tab';
import { loud } from './sip-telephony.fixture';

/** The page is gone, and its WebSocket with it. */
export async function leave(tab: FakeTab): Promise<void> {
  tab.audio.close();
  await tab.disconnect();
}

/** Audio of a new page, which speaks a tone. Returns its first offer. */
export function newAudio(tab: FakeTab, hz: number, direction?: 'sendonly' | 'recvonly'): Promise<string> {
  tab.audio = new FakeTabAudio();
  tab.audio.toneHz = hz;
  return tab.audio.open(direction);
}

/** The page is there again: a new WebSocket, registered, and new audio. Returns its first offer. */
export async function comeBack(tab: FakeTab, hz: number, direction?: 'sendonly' | 'recvonly'): Promise<string> {
  await tab.connect();
  await tab.register();
  return newAudio(tab, hz, direction);
}

/** Sends the offer in the dialog. Throws unless it is answered with 200. */
export async function resume(tab: FakeTab, offer: string): Promise<void> {
  const { status, sdp } = await tab.reinvite(offer);
  if (status !== 200) throw new Error(`the re-INVITE was answered with ${status}`);
  await tab.audio.accept(sdp);
}

/** Waits until the tab's tone comes back from a customer who is an echo: the sound goes both ways. */
export async function bothWays(tab: FakeTab, hz: number): Promise<boolean> {
  return loud(await tab.audio.untilHeard((heard, frame) => loud(heard) && powerAt(hz, frame) > 0.8));
}

/** Whether a tone is anywhere in a recording. */
export function holds(hz: number, samples: Int16Array): boolean {
  return framesOf(samples).some((frame) => loud(level(frame)) && powerAt(hz, frame) > 0.8);
}

/** The longest time without sound between the first and the last sound of a recording (ms). */
export function longestSilenceMs(samples: Int16Array): number {
  const isLoud = framesOf(samples).map((frame) => loud(level(frame)));
  let [longest, row] = [0, 0];
  for (const heard of isLoud.slice(isLoud.indexOf(true), isLoud.lastIndexOf(true) + 1)) {
    row = heard ? 0 : row + 1;
    longest = Math.max(longest, row);
  }
  return longest * FRAME_MS;
}

function framesOf(samples: Int16Array): Int16Array[] {
  return Array.from({ length: Math.floor(samples.length / FRAME_SAMPLES) }, (_, at) =>
    samples.subarray(at * FRAME_SAMPLES, (at + 1) * FRAME_SAMPLES),
  );
}
