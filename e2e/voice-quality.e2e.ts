import { expect, test } from './desk';
import { degradeLine } from './line';
import { steadyBuffer } from './steady-buffer';
import { full } from './everyday';

/** An alarm's figure is smoothed over seconds, and the browser reports the round trip only every few seconds. */
const soon = { timeout: 30_000 };

const alarms = [
  ['a round trip of 450 ms', { delayMs: 450 }, 'Long delay on the line: let the customer finish'],
  ['packets that come unevenly', { jitterMs: 90 }, 'The sound comes in pieces: the network is busy'],
  ['half of the packets lost', { lossPercent: 50 }, 'The customer is hard to understand: the line is poor'],
] as const;

test.beforeEach(({ page }) => steadyBuffer(page));

test('an alarm for each fault of the line, which ends with it', full, async ({ desk, page }) => {
  test.setTimeout(420_000);
  await desk.begin('agent11');
  await desk.talk('0661234501');
  const badge = desk.root.locator('mediatel-quality-badge');
  await expect(badge).toHaveText(/line good/);
  for (const [name, condition, words] of alarms) {
    await test.step(name, async () => {
      const from = Date.now();
      await degradeLine(page, 'agent11', condition);
      await expect(desk.notice).toContainText(words, soon);
      const shown = Date.now();
      await degradeLine(page, 'agent11');
      await expect(desk.notice).toBeHidden(soon);
      await expect(badge).toHaveText(/line good/, soon);
      test.info().annotations.push({
        type: name,
        description: `alarm after ${shown - from} ms, gone and good after ${Date.now() - shown} ms`,
      });
    });
  }
  await desk.finish();
});

test('a dismissed alarm stays away until another takes its place', async ({ desk, page }) => {
  test.setTimeout(300_000);
  await desk.begin('agent12');
  await desk.talk('0661234501');
  await degradeLine(page, 'agent12', { delayMs: 450 });
  await expect(desk.notice).toContainText('Long delay on the line', soon);
  await desk.notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(desk.notice).toBeHidden();
  await degradeLine(page, 'agent12', { lossPercent: 50 });
  await expect(desk.notice).toContainText('The customer is hard to understand', soon);
  await degradeLine(page, 'agent12');
  await expect(desk.notice).toBeHidden(soon);
  await desk.finish();
});
