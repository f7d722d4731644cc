import { expect, test } from './desk';
import { heardEnergy } from './heard';

test('a customer calls: answered automatically within a second, with a chime, and heard', async ({ desk, page }) => {
  // When the INVITE came and when our 200 left, on the SIP WebSocket; and whether a sound was played in between.
  await page.addInitScript(() => {
    const seen: { invite?: number; ok?: number; oscillators: number[] } = { oscillators: [] };
    Object.assign(window, { seen });
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data }) => {
          if (typeof data === 'string' && data.startsWith('INVITE ')) seen.invite ??= performance.now();
        });
      }
      override send(data: Parameters<WebSocket['send']>[0]): void {
        if (typeof data === 'string' && data.startsWith('SIP/2.0 200') && /CSeq: \d+ INVITE/.test(data))
          seen.ok ??= performance.now();
        super.send(data);
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when?: number) {
      seen.oscillators.push(performance.now());
      start.call(this, when);
    };
  });
  await desk.signIn('agent6');
  await desk.ready();
  await desk.customerCalls('agent6', '0661234501');
  await desk.shows('In a call');

  const seen = await page.evaluate(
    () => (window as unknown as { seen: { invite: number; ok: number; oscillators: number[] } }).seen,
  );
  expect(seen.ok - seen.invite).toBeLessThan(1000);
  expect(seen.oscillators.filter((at) => at >= seen.invite)).not.toHaveLength(0);
  await expect.poll(() => heardEnergy(page)).toBeGreaterThan(0.01);
  await expect(desk.root.getByText('incoming')).toBeVisible();

  await desk.hangUp();
  await desk.setCode();
  await desk.shows('Available');
});

test('no call comes during a pause', async ({ desk, page }) => {
  await desk.signIn('agent7');
  await desk.ready();
  await desk.root.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog', { name: 'Reasons for a pause' }).getByRole('option').nth(1).click();
  await desk.shows('Pause');
  const response = await page.request.post('/api/calls', {
    data: { agent: 'agent7', ani: '0661234501', queue: 'DM_MFO_1' },
  });
  expect(response.status()).toBe(409);

  await desk.press('End the pause', 'Pause');
  await desk.shows('Available');
});

test('an operator may not have customers call somebody else', async ({ desk, page }) => {
  await desk.signIn('agent8');
  await desk.ready();
  const response = await page.request.post('/api/calls', {
    data: { agent: 'agent9', ani: '0661234501', queue: 'DM_MFO_1' },
  });
  expect(response.status()).toBe(403);
});
