import { expect, test } from './link';
import { measured } from './measured';

/** From the first frame the server is allowed to miss to the silence being noticed: ping interval and time-out. */
const pingLimit = 20_000;

test('a cut is said at once, and the desk is back by itself', async ({ desk, link, login }) => {
  await desk.begin(login);
  const cutAt = performance.now();
  link.mediatel.cut();
  await expect(desk.notice).toContainText('No connection to Mediatel');
  measured('a cut is said', performance.now() - cutAt, 1000);
  link.mediatel.restore();
  const restoredAt = performance.now();
  await expect(desk.notice).toBeHidden();
  await desk.shows('Available');
  measured('resynced by itself', performance.now() - restoredAt, 8000);
});

test('a silent line is noticed within the server’s ping limit', async ({ desk, link, login }) => {
  await desk.begin(login);
  const frozenAt = performance.now();
  link.mediatel.freeze();
  await expect(desk.notice).toContainText('No connection to Mediatel', { timeout: pingLimit + 5000 });
  measured('silence is noticed', performance.now() - frozenAt, pingLimit);
  link.mediatel.restore();
  const restoredAt = performance.now();
  await desk.shows('Available');
  await expect(desk.notice).toBeHidden();
  measured('resynced by itself', performance.now() - restoredAt, 8000);
});
