import type { Page } from '@playwright/test';
import { until } from 'test-kit';

declare global {
  interface Window {
    heardConnections: RTCPeerConnection[];
  }
}

/** Records every peer connection of the page, so that a test can read what it received. */
export const watchConnections = (page: Page) =>
  page.addInitScript(() => {
    window.heardConnections = [];
    const Real = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends Real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        window.heardConnections.push(this);
      }
    };
  });

/** `totalAudioEnergy` of all tracks received by connections that are still open. */
export const heardEnergy = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let sum = 0;
    for (const connection of window.heardConnections) {
      if (connection.connectionState === 'closed') continue;
      const stats = await connection.getStats();
      stats.forEach((report: { type: string; totalAudioEnergy?: number }) => {
        if (report.type === 'inbound-rtp') sum += report.totalAudioEnergy ?? 0;
      });
    }
    return sum;
  });

export const openConnections = (page: Page): Promise<number> =>
  page.evaluate(() => window.heardConnections.filter(({ connectionState }) => connectionState !== 'closed').length);

/** The number of a customer who echoes the operator: the energy that comes back has gone both ways. */
export const echo = '0661234505';

export async function heardBothWays(page: Page, timeout = 20_000): Promise<void> {
  const before = await heardEnergy(page);
  await until(async () => (await heardEnergy(page)) - before > 0.0005, 'the echo of the operator is heard', timeout);
}
