import type { Page } from '@playwright/test';
import { until } from 'test-kit';
import { expect, test } from './desk';
import { heardEnergy } from './heard';

/** Echoes the operator: the energy that comes back has gone both ways. */
const echo = '0661234505';

const heardBothWays = async (page: Page): Promise<void> => {
  const before = await heardEnergy(page);
  await until(async () => (await heardEnergy(page)) - before > 0.0005, 'the echo of the operator is heard', 20_000);
};

/** Reloads as a person does, who confirms the browser's question. */
async function reload(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload({ waitUntil: 'commit' });
}

test('a reload in a call: the call is back by itself, three times, and the operator ends it', async ({
  desk,
  page,
}) => {
  await desk.begin('agent16');
  await desk.talk(echo);
  await heardBothWays(page);
  const trace = await desk.traceId();
  for (const _ of [1, 2, 3]) {
    await reload(page);
    await desk.shows('In a call');
    await heardBothWays(page);
    await expect(desk.notice).toBeHidden();
    expect(await desk.traceId()).toBe(trace);
  }
  await desk.finish();
});
