import type { Page } from '@playwright/test';
import { expect, test } from './link';
import { measured } from './measured';
import { full } from '../everyday';

test.describe.configure({ timeout: 300_000 });

/**
 * How long the hub is away (ms). At one try in 2.3 s, 78 WebSockets of a page would fail by then, and Chrome would
 * delay its next ones.
 */
const away = 180_000;

/** Milliseconds until a WebSocket of the page to the phone server is open. */
const opening = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const began = performance.now();
        const socket = new WebSocket(`ws://${location.host}/ws`, 'sip');
        socket.onerror = () => reject(new Error('no connection to the phone server'));
        socket.onopen = () => {
          resolve(performance.now() - began);
          socket.close();
        };
      }),
  );

/** Makes this many WebSockets of the page fail. */
const failAt = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    const fail = (): Promise<void> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/supervisor-hub/socket.io/?EIO=4&transport=websocket`);
        socket.onclose = () => resolve();
      });
    await Promise.all(Array.from({ length: wanted }, fail));
  }, count);

test(
  'three minutes without the supervisor hub do not slow the WebSockets of the phone',
  full,
  async ({ desk, link, login, page }) => {
    link.hub.cut();
    link.hub.forget();
    await desk.begin(login);
    const since = Date.now();
    await expect.poll(() => Date.now() - since, { timeout: away + 30_000 }).toBeGreaterThan(away);
    // Handshakes, and the probe for the reason of each failure.
    expect(link.hub.tries.length).toBeGreaterThan(8);
    measured('a WebSocket of the phone, after three minutes without the hub', await opening(page), 500);

    await failAt(page, 100);
    expect(await opening(page), 'Chrome slows a page with many failures').toBeGreaterThan(900);
  },
);
