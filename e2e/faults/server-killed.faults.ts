import { existsSync, statSync } from 'node:fs';
import { readWav } from '../wav';
import { now } from './host';
import { expect, test } from './link';
import { measured } from './measured';

interface CallRecord {
  readonly traceId: string;
  readonly code: string;
  readonly error: string | null;
}

test('the training server killed in a call: recordings and results are intact, the operator is back', async ({
  host,
  link,
  page,
}) => {
  test.slow();
  const recording = async (id: string): Promise<Buffer> => {
    const answer = await page.request.get(`/records/mediatel-record?calltraceID=${id}`);
    expect(answer.status()).toBe(200);
    return answer.body();
  };
  const results = async (): Promise<readonly CallRecord[]> => {
    const answer = await page.request.get('/api/calls');
    return ((await answer.json()) as { calls: readonly CallRecord[] }).calls;
  };

  await host.begin();
  await host.talk('0661234505');
  await host.reaches(({ softphone }) => softphone.call !== null);
  const finishedId = (await host.state()).agent.callTraceID ?? '';
  await host.finish();
  const finished = await recording(finishedId);
  const resultOf = async (id: string) => (await results()).find(({ traceId }) => traceId === id);
  const before = await resultOf(finishedId);
  expect(before?.code).toMatch(/./);

  await host.talk('0661234505');
  const cutId = (await host.state()).agent.callTraceID ?? '';
  // Two seconds of it are on the disk, and it is not complete.
  const half = `${link.server.dataDir}/recordings/${cutId}.wav.part`;
  await expect.poll(() => (existsSync(half) ? statSync(half).size : 0), { timeout: 20_000 }).toBeGreaterThan(64_000);
  await link.server.kill();
  await host.saw('Disconnected', 0);
  await link.server.start();
  const backAt = now();
  const resynced = await host.saw('Resynced', backAt);
  measured('resynced after the server was killed and restarted', resynced.at - backAt, 8000);
  await host.phase('available');
  await host.reaches(({ softphone }) => softphone.registration.status === 'registered');

  expect(Buffer.compare(await recording(finishedId), finished)).toBe(0);
  expect(await resultOf(finishedId)).toEqual(before);
  // Nobody knows when it ended, but it does not go on.
  expect(await resultOf(cutId)).toMatchObject({ duration: null, error: 'The server stopped during the call' });
  const { operator, rate } = readWav(await recording(cutId));
  expect(operator.length / rate).toBeGreaterThanOrEqual(2);
  expect(link.server.log.join('')).toContain('half-written recording repaired');

  // The desk reports the rest of the call's sound, and the operator can end it. Then the next call works.
  await host.give('hangUp');
  await host.reaches(({ softphone }) => softphone.call === null);
  await host.talk('0661234505');
  await host.finish();
});
