import type { CDPSession } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './link';
import { measured } from './measured';
import { full, isFull } from '../everyday';

const calls = isFull ? 600 : 60;
/** A snapshot a second for eight hours; a tenth of that in the everyday run. */
const snapshots = (8 * 60 * 60) / (isFull ? 1 : 10);
const megabyte = 1024 * 1024;

/** The page's heap after garbage collection. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

test(`${calls} calls in one tab: all are answered, none leaves anything behind`, full, async ({ host, page }) => {
  test.setTimeout(calls * 6_000 + 60_000);
  await host.begin();
  const session = await page.context().newCDPSession(page);
  const call = async (): Promise<void> => {
    await host.customerCalls('0661234505');
    await host.phase('talking');
    await host.finish();
  };
  // After these calls everything that is created once exists.
  for (let i = 0; i < 5; i++) await call();
  await page.evaluate(() => (window.host.actions.length = 0));
  const before = await heap(session);
  for (let i = 0; i < calls; i++) await call();
  const answered = (await host.seen('Call Started')).length;
  await page.evaluate(() => (window.host.actions.length = 0));
  const after = await heap(session);
  expect(answered).toBe(calls);
  const peers = await page.evaluate(() => window.host.peers);
  expect(peers).toEqual({ opened: calls + 5, open: 0 });
  measured(`heap grown by ${calls} calls`, (after - before) / megabyte, 20, 'MB');
});

test(`${snapshots} snapshots: the last one shows, and the heap is as it was`, full, async ({ host, link, page }) => {
  test.setTimeout(600_000);
  await host.begin();
  const session = await page.context().newCDPSession(page);
  const sample = JSON.parse(
    readFileSync(new URL('../../bench/fixtures/in-call.json', import.meta.url), 'utf8'),
  ) as object;
  let serverTime = Date.now() + 10_000;
  const send = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      serverTime += 1000;
      link.mediatel.inject(
        'down',
        `42${JSON.stringify(['data', { ...sample, serverTime, callWaitDuration: String(i) }])}`,
      );
      // Lets the page catch up: a shift's snapshots do not come at once.
      if (i % 200 === 199) await host.reaches(({ agent }) => agent.callWaitDuration === i);
    }
  };
  await send(400);
  await page.evaluate(() => (window.host.actions.length = 0));
  const before = await heap(session);
  await send(snapshots);
  await host.reaches(({ agent }) => agent.callWaitDuration === snapshots - 1);
  await page.evaluate(() => (window.host.actions.length = 0));
  measured(`heap grown by ${snapshots} snapshots`, ((await heap(session)) - before) / megabyte, 20, 'MB');
});
