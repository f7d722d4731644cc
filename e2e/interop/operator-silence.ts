import type { Page } from '@playwright/test';
import type {} from '../softphone-page';

declare global {
  interface Window {
    /** When sound of the customer was received: the wall clock (ms), which all pages share. */
    heardAt: number[];
    watching: ReturnType<typeof setInterval> | undefined;
  }
}

/** How often a page measures what it receives (ms). */
const every = 20;

/** Notes from now on when a page receives the customer's tone, by the energy of all its connections. */
export const watchSilence = (page: Page): Promise<void> =>
  page.evaluate((interval) => {
    clearInterval(window.watching);
    window.heardAt = [];
    const energies = new Map<RTCPeerConnection, number>();
    window.watching = setInterval(async () => {
      for (const connection of window.page.connections) {
        for (const stats of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>) {
          if (stats.type !== 'inbound-rtp') continue;
          const energy = stats.totalAudioEnergy ?? 0;
          if (energy > (energies.get(connection) ?? energy)) window.heardAt.push(Date.now());
          energies.set(connection, energy);
        }
      }
    }, interval);
  }, every);

/** The longest time in which none of the pages received the tone (ms). */
export async function longestSilence(pages: readonly Page[]): Promise<number> {
  const heard = await Promise.all(
    pages.map((page) => page.evaluate(() => (clearInterval(window.watching), window.heardAt))),
  );
  const times = heard.flat().sort((a, b) => a - b);
  return times.reduce((most, at, i) => Math.max(most, at - (times[i - 1] ?? at)), 0);
}

/** When the page first received the tone (wall clock, ms), while `watchSilence` measures. */
export const firstSound = (page: Page): Promise<number> => page.evaluate(() => window.heardAt[0] ?? Infinity);
