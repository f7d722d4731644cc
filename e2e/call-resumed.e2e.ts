import { expect, test } from './desk';
import { echo, heardBothWays } from './heard';
import { reload } from './reload';

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
