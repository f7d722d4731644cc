import type { Page } from '@playwright/test';

/** Seconds. */
const delay = 0.04;

/**
 * The page's statistics say that the browser's jitter buffer holds 40 ms all along; the rest of them is the line's own.
 *
 * The real one is as long as the machine is busy (90 to 300 ms were seen on a good line), and 900 ms after a delay of 450 ms
 * that ends, which Chrome takes in by 35 ms a second. For tests of what the line does to a call.
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
