import type { Page } from '@playwright/test';

/** Seconds. */
const delay = 0.04;

/**
 * Makes the page's statistics report a jitter buffer of 40 ms throughout; the rest is the line's own.
 *
 * The real one grows with the load of the machine (90 to 300 ms were seen on a good line). After a delay of 450 ms it
 * is 900 ms long, and Chrome shrinks it by 35 ms a second. For tests of what the line does to a call.
 */
export const steadyBuffer = (page: Page): Promise<unknown> =>
  page.addInitScript((seconds) => {
    const real = RTCPeerConnection.prototype.getStats;
    RTCPeerConnection.prototype.getStats = async function (this: RTCPeerConnection, ...selector) {
      const report = await real.apply(this, selector);
      const steady = new Map<string, unknown>();
      report.forEach((entry: RTCStats & { readonly jitterBufferEmittedCount?: number }) => {
        const { id, jitterBufferEmittedCount: count } = entry;
        steady.set(id, count === undefined ? entry : { ...entry, jitterBufferDelay: seconds * count });
      });
      return steady;
    };
  }, delay);
