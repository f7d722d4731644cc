import type { Page } from '@playwright/test';

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
