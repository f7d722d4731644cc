import type { Locator, Page } from '@playwright/test';
import { type Desk, expect, test } from './desk';
import { degradeLine } from './line';
import { full } from './everyday';

const echoes = '0661234505';
const talks = '0661234501';

/** What the desk says about one direction. */
const proofOf = (desk: Desk, who: 'you' | 'customer'): Locator =>
  desk.root.locator('mediatel-heard-meter', { hasText: who }).locator('.proof');

/** Changes the sent track. */
const withSentTrack = (page: Page, does: 'disable' | 'drop'): Promise<void> =>
  page.evaluate(async (what) => {
    const [sender] = window.heardConnections.at(-1)?.getSenders() ?? [];
    if (what === 'drop') await sender?.replaceTrack(null);
    else if (sender?.track) sender.track.enabled = false;
  }, does);

test('heard both ways within 3 s, and no claim on hold', async ({ desk, page }) => {
  await desk.begin('agent11');
  await desk.call(talks);
  await desk.shows('In a call');
  const active = Date.now();
  await expect(proofOf(desk, 'you')).toHaveText('heard');
  await expect(proofOf(desk, 'customer')).toHaveText('heard');
  const proved = Date.now() - active;
  test.info().annotations.push({ type: 'heard both ways', description: `${proved} ms after “In a call”` });
  expect(proved).toBeLessThan(3000);

  // Every moment counts: records what the meters say whenever anything on the desk changes.
  await desk.root.evaluate((root) => {
    const claims: string[] = [];
    Object.assign(window, { claims });
    new MutationObserver(() => {
      if (!root.querySelector('mediatel-agent-state-bar .word')?.textContent?.includes('On hold')) return;
      for (const proof of root.querySelectorAll('.proof')) claims.push(proof.textContent ?? '');
    }).observe(root, { subtree: true, childList: true, characterData: true });
  });
  await desk.button('Hold').click();
  await desk.shows('On hold');
  await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
  await expect(desk.root.locator('.proof')).toHaveCount(0);
  expect(await page.evaluate(() => (window as unknown as { claims: string[] }).claims)).toEqual([]);

  await desk.button('Resume').click();
  await desk.shows('In a call');
  // Checked again: what was heard before the hold says nothing.
  await expect(proofOf(desk, 'customer')).toHaveText('checking');
  await expect(proofOf(desk, 'customer')).toHaveText('heard');
  await expect(proofOf(desk, 'you')).toHaveText('heard');
  await desk.finish();
});

test('a microphone of zeros: “Your microphone sends silence: check the headset”', async ({ desk, page }) => {
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const context = new AudioContext();
      const silence = new ConstantSourceNode(context, { offset: 0 });
      const microphone = context.createMediaStreamDestination();
      silence.connect(microphone);
      silence.start();
      return Promise.resolve(microphone.stream);
    };
  });
  await desk.begin('agent12');
  await desk.talk(echoes);
  await expect(desk.notice).toContainText('Your microphone sends silence: check the headset');
  await expect(proofOf(desk, 'you')).toHaveText('silent');
  // No click could solve it.
  await expect(desk.notice.getByRole('button')).toHaveCount(0);
  // A customer who only echoes has nothing to echo: silent, which is no fault.
  await expect(proofOf(desk, 'customer')).toHaveText('silent');
  await expect(proofOf(desk, 'customer')).toHaveAttribute('title', 'The customer is silent');
  await desk.finish();
});

test('no packets from the customer: named, over with the fault, or ended by one click', async ({ desk, page }) => {
  await desk.begin('agent13');
  await desk.talk(talks);
  await expect(proofOf(desk, 'customer')).toHaveText('heard');
  const lost = { lossPercent: 100 };
  await degradeLine(page, 'agent13', lost);
  await expect(proofOf(desk, 'customer')).toHaveText('nothing arrives');
  await expect(desk.notice).toContainText('No sound arrives from the customer: check the network');
  await degradeLine(page, 'agent13');
  await expect(proofOf(desk, 'customer')).toHaveText('heard');
  await expect(desk.notice).toBeHidden();

  await degradeLine(page, 'agent13', lost);
  await expect(desk.notice).toContainText('No sound arrives from the customer');
  await desk.notice.getByRole('button').click();
  await desk.shows('After call');
  await degradeLine(page, 'agent13');
  await desk.setCode();
  await desk.shows('Available');
});

test('no packets to the customer: named, ended by one click', full, async ({ desk, page }) => {
  await desk.begin('agent14');
  await desk.talk(talks);
  await expect(proofOf(desk, 'you')).toHaveText('heard');
  await withSentTrack(page, 'drop');
  await expect(desk.notice).toContainText('Your voice does not leave this computer: check the network');
  await expect(proofOf(desk, 'you')).toHaveText('nothing arrives');
  await desk.notice.getByRole('button').click();
  await desk.shows('After call');
  await desk.setCode();
  await desk.shows('Available');
});

test('sound blocked by the browser: Play plays it', full, async ({ desk, page }) => {
  await page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    let refused = false;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement): Promise<void> {
      if (refused) return play.call(this);
      refused = true;
      return Promise.reject(new DOMException('play() failed', 'NotAllowedError'));
    };
  });
  await desk.begin('agent15');
  await desk.talk(talks);
  await expect(desk.notice).toContainText('The browser blocked sound');
  await expect(proofOf(desk, 'customer')).toHaveText('silent');
  await desk.notice.getByRole('button', { name: 'Play' }).click();
  await expect(desk.notice).toBeHidden();
  await expect(proofOf(desk, 'customer')).toHaveText('heard');
  await desk.finish();
});

test('the track muted: Unmute opens it', full, async ({ desk, page }) => {
  await desk.begin('agent16');
  await desk.talk(talks);
  await expect(proofOf(desk, 'you')).toHaveText('heard');
  // Not by the desk's button, but by another script in the page, without an event.
  await withSentTrack(page, 'disable');
  await expect(desk.root.getByText('Nobody hears you')).toBeVisible();
  await desk.button('Unmute').click();
  await expect(proofOf(desk, 'you')).toHaveText('heard');
  await expect(desk.root.getByText('Nobody hears you')).toBeHidden();
  await desk.finish();
});
