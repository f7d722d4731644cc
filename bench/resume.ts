import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium as playwright, type Page } from '@playwright/test';
import { chromium } from '../e2e/chromium';
import { type Channel, readWav } from '../e2e/wav';
import type {} from '../e2e/heard';
import { wavFile } from './resume/wav-file';
import { type Row, row, summary } from './row';

/** Reloads in one call. */
const reloads = Number(process.env['RESUME_RELOADS'] ?? 20);
const port = Number(process.env['RESUME_PORT'] ?? 4780);
/** What is promised of the silence at the customer, in ms. */
const promised = { median: 800, p95: 1500 };
/** A pause of the voice that counts as silence, in ms; the made-up voice has shorter ones only. */
const shortest = 100;
/** How long both are heard between two reloads, in ms. */
const between = 2000;
/** Echoes the operator: what comes back has gone both ways. */
const echo = '0661234505';

const root = resolve(import.meta.dirname, '..');
const url = `http://localhost:${port}`;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function serve(data: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'projects/training-server/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the training server ended with ${server.exitCode}`);
    if (
      await fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return server;
    await pause(200);
  }
  throw new Error('the training server does not answer');
}

/** The energy received by the page's newest connection. */
const heard = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let energy = 0;
    (await window.heardConnections.at(-1)?.getStats())?.forEach((stats: { totalAudioEnergy?: number }) => {
      energy += stats.totalAudioEnergy ?? 0;
    });
    return energy;
  });

async function untilHeard(page: Page): Promise<void> {
  const before = await heard(page);
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await heard(page)) - before > 0.001) return;
    await pause(100);
  }
  throw new Error('the echo of the operator does not come back');
}

const word = (page: Page) => page.locator('mediatel-desk mediatel-agent-state-bar .word');

async function signIn(page: Page): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Login').fill('agent1');
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await word(page).filter({ hasText: 'Available' }).waitFor();
  await page.locator('mediatel-desk mediatel-readiness').waitFor();
}

/** The silences of one side, in ms. */
function silences(channel: Channel, rate: number): number[] {
  const width = rate / 100;
  const found: number[] = [];
  let quiet = 0;
  for (let at = 0; at + width <= channel.length; at += width) {
    const loud = channel.subarray(at, at + width).some((sample) => Math.abs(sample) > 0.01);
    if (!loud) quiet += 10;
    else {
      if (quiet >= shortest) found.push(quiet);
      quiet = 0;
    }
  }
  // Not those before the first word and after the last one.
  return found.slice(1);
}

async function recordingOf(page: Page, traceId: string): Promise<Buffer> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await page.request.get(`${url}/records/mediatel-record?calltraceID=${traceId}&download=1`);
    if (answer.status() === 200) return answer.body();
    await pause(200);
  }
  throw new Error('the call has no recording');
}

/**
 * How long the customer hears nothing when the real demo app is reloaded in a call: read from the server's recording.
 * A page with plain JsSIP loses the call, so the promise stands beside it.
 */
export async function resume(): Promise<readonly Row[]> {
  const build = "import { build } from './tools/start/build.js'; await build();";
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: root, stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'mediatel-resume-'));
  const voice = join(folder, 'voice.wav');
  writeFileSync(voice, wavFile());
  const server = await serve(join(folder, 'data'));
  const { executablePath, args } = await chromium();
  const browser = await playwright.launch({
    executablePath,
    args: [...args, `--use-file-for-fake-audio-capture=${voice}`],
  });
  try {
    const page = await browser.newPage({ permissions: ['microphone'] });
    page.on('dialog', (dialog) => void dialog.accept());
    await page.addInitScript(() => {
      window.heardConnections = [];
      window.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          window.heardConnections.push(this);
        }
      };
    });
    await signIn(page);
    const number = page.locator('mediatel-desk').getByLabel('Phone number');
    await number.fill(echo);
    // A press within half a second counts as one of the button shown before.
    await pause(between);
    await number.press('Enter');
    await word(page).filter({ hasText: 'In a call' }).waitFor();
    await untilHeard(page);
    const usable: number[] = [];
    for (let reload = 0; reload < reloads; reload += 1) {
      await pause(between);
      const start = performance.now();
      await page.reload({ waitUntil: 'commit' });
      await word(page).filter({ hasText: 'In a call' }).waitFor();
      usable.push(performance.now() - start);
      await untilHeard(page);
    }
    await pause(between);
    const trace =
      /\d+/.exec(
        await page
          .locator('mediatel-desk')
          .getByText(/^\s*call \d+/)
          .innerText(),
      )?.[0] ?? '';
    await page.locator('mediatel-desk mediatel-primary-action').getByRole('button', { name: 'Hang up' }).click();
    const { operator, rate } = readWav(await recordingOf(page, trace));
    const gaps = silences(operator, rate);
    const silence = summary(gaps);
    console.log(
      `resume: ${reloads} reloads, ${gaps.length} silences (${gaps.join(', ')} ms); the desk shows the call after ${summary(usable).median.toFixed(0)} ms`,
    );
    if (gaps.length > reloads) throw new Error('more silences than reloads');
    const beside = { unit: 'ms', peerName: 'the promise; plain JsSIP loses the call', goal: 1 };
    return [
      row({ name: 'resume', ours: silence.median, peer: promised.median, ...beside }),
      row({ name: 'resume/p95', ours: silence.p95, peer: promised.p95, ...beside }),
    ];
  } finally {
    await browser.close();
    const ended = once(server, 'exit');
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
