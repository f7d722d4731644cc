import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loads } from './flood-loads';
import { measured } from './measured';
import { OthersCall } from './others-call';
import { stillServes, underSiege } from './siege';
import { everydayIf, full } from '../everyday';

const seconds = 8;
/**
 * Milliseconds that a browser's jitter buffer bridges without losing a word, and that nobody takes for the end of a
 * call.
 */
const mostGapMs = 200;

const server = underSiege(test, 9);

interface Flooded {
  readonly sent: number;
  readonly opened: number;
  readonly cuts: number;
}

/** Runs one hostile operator, and returns how much it sent. */
async function flood(load: string): Promise<Flooded> {
  const script = fileURLToPath(new URL('flood.ts', import.meta.url));
  const cookie = await server.cookie('agent1');
  // A real hostile operator has a machine of its own. Here it gets the lowest priority.
  const args = ['-n', '19', process.execPath, '--import', 'tsx', script, server.url, cookie, load, String(seconds)];
  const child = spawn('nice', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += String(text)));
  await once(child, 'close');
  return JSON.parse(said) as Flooded;
}

async function withstands(load: keyof typeof loads, what: string): Promise<Flooded> {
  await stillServes(server);
  const call = await OthersCall.place(server, 2);
  call.longestGap();
  const flooded = await flood(load);
  const gap = call.longestGap();
  process.stdout.write(`      ${what}: ${JSON.stringify(flooded)}\n`);
  expect(flooded.sent, 'the load was no load').toBeGreaterThan(loads[load].sockets);
  await call.hangUp();
  measured(`longest silence of another's call under ${what}`, gap, mostGapMs);
  await stillServes(server);
  return flooded;
}

/** One load of each protocol, and the costliest. */
const everyday: ReadonlySet<string> = new Set([
  '10 sockets × 90 OPTIONS/s',
  '10,000 mutated frames a second on 10 sockets',
  '10 Socket.IO sockets × 90 requests/s',
]);

for (const load of Object.keys(loads) as (keyof typeof loads)[]) {
  test(`another's call under ${load} has no gap`, everydayIf(everyday.has(load)), async () => {
    await withstands(load, load);
  });
}

test.describe('with no budgets', () => {
  // Many hostile operators together stay within their budgets, and still leave the parsing thread no time.
  const unbounded = { WORK_MS_PER_SECOND: '1000', MESSAGES_PER_SECOND: '1000000' };
  test.beforeAll(() => server.restart(unbounded));
  test.afterAll(() => server.restart());

  for (const load of Object.keys(loads) as (keyof typeof loads)[]) {
    test(`another's call under ${load} has no gap`, full, async () => {
      await withstands(load, `${load}, no budgets`);
    });
  }
});
