import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium as playwright, type Page } from '@playwright/test';
import { wholeChromium } from '../e2e/chromium';
import { type Channel, readWav } from '../e2e/wav';
import type {} from '../e2e/heard';
import { wavFile } from './resume/wav-file';
import { type Row, row, summary } from './row';

/** Reloads in one call; half as many moves, and a fifth of crashes. */
const reloads = Number(process.env['RESUME_RELOADS'] ?? 20);
const port = Number(process.env['RESUME_PORT'] ?? 4780);
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

const deskOf = (page: Page) => page.locator('mediatel-desk');
const word = (page: Page) => deskOf(page).locator('mediatel-agent-state-bar .word');
const shows = (page: Page, state: string): Promise<void> => word(page).filter({ hasText: state }).waitFor();

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
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
  await page.goto(url);
  return page;
}

/** A tab that is not the phone, and shows the operator's state. */
async function openBeside(context: BrowserContext, state: string): Promise<Page> {
  const page = await open(context);
  await shows(page, state);
  return page;
}

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password').fill('training');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await shows(page, 'Available');
  await deskOf(page).locator('mediatel-readiness').waitFor();
}

/** The silences of one side that are at least as long (ms), in ms. */
function silences(channel: Channel, rate: number, shortest: number): number[] {
  const width = rate / 100;
  const found: number[] = [];
  // Not what is before the first word.
  let quiet: number | null = null;
  for (let at = 0; at + width <= channel.length; at += width) {
    const loud = channel.subarray(at, at + width).some((sample) => Math.abs(sample) > 0.01);
    if (loud && quiet !== null && quiet >= shortest) found.push(quiet);
    if (loud) quiet = 0;
    else if (quiet !== null) quiet += 10;
  }
  return found;
}

async function recordingOf(page: Page, traceId: string): Promise<Buffer> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await page.request.get(`${url}/records/mediatel-record?calltraceID=${traceId}&download=1`);
    if (answer.status() === 200) return answer.body();
    await pause(200);
  }
  throw new Error('the call has no recording');
}

/** What takes the call from its page. */
interface Cause {
  readonly name: string;
  readonly times: number;
  /** The operator, who has no other call. */
  readonly login: string;
  readonly tabs: 1 | 2;
  /** A silence shorter than this (ms) is the voice's own. */
  readonly shortest: number;
  /** What is promised of the silence at the customer (ms). */
  readonly promised: { readonly median: number; readonly p95: number };
  /** Happens to the page that has the call. Resolves with the tabs after it: first the one that has the call then. */
  readonly happens: (tabs: readonly Page[]) => Promise<readonly Page[]>;
}

const causes: readonly Cause[] = [
  {
    name: 'resume',
    times: reloads,
    login: 'agent1',
    tabs: 1,
    shortest,
    promised: { median: 800, p95: 1500 },
    happens: async (tabs) => {
      await tabs[0]!.reload({ waitUntil: 'commit' });
      return tabs;
    },
  },
  {
    name: 'resume/moved',
    times: Math.ceil(reloads / 2),
    login: 'agent2',
    tabs: 2,
    // Its silences are as short as the voice's own: the longest of all are read.
    shortest: 20,
    promised: { median: 150, p95: 150 },
    happens: async ([phone, other]) => {
      await deskOf(other!).getByRole('button', { name: 'More', exact: true }).click();
      await other!.getByRole('menuitem', { name: 'Bring it here' }).click();
      return [other!, phone!];
    },
  },
  {
    name: 'resume/crashed',
    times: Math.ceil(reloads / 5),
    login: 'agent3',
    tabs: 2,
    shortest,
    promised: { median: 3000, p95: 3000 },
    happens: async ([phone, other]) => {
      const crashed = phone!.waitForEvent('crash');
      await phone!.goto('chrome://crash').catch(() => undefined);
      await crashed;
      await untilHeard(other!);
      await phone!.close();
      return [other!, await openBeside(other!.context(), 'In a call')];
    },
  },
];

/** The silences at the customer (ms), read from the server's recording of one call. */
async function silencesOf(cause: Cause, context: BrowserContext): Promise<readonly number[]> {
  const first = await open(context);
  await signIn(first, cause.login);
  let tabs: readonly Page[] = cause.tabs === 1 ? [first] : [first, await openBeside(context, 'Available')];
  const number = deskOf(first).getByLabel('Phone number');
  await number.fill(echo);
  // A press within half a second counts as one of the button shown before.
  await pause(between);
  await number.press('Enter');
  await shows(first, 'In a call');
  await untilHeard(first);
  const usable: number[] = [];
  for (let time = 0; time < cause.times; time += 1) {
    await pause(between);
    const start = performance.now();
    tabs = await cause.happens(tabs);
    await shows(tabs[0]!, 'In a call');
    usable.push(performance.now() - start);
    await untilHeard(tabs[0]!);
  }
  await pause(between);
  const [page] = tabs;
  const desk = deskOf(page!);
  const trace = /\d+/.exec(await desk.getByText(/^\s*call \d+/).innerText())?.[0] ?? '';
  await desk.locator('mediatel-primary-action').getByRole('button', { name: 'Hang up' }).click();
  const { operator, rate } = readWav(await recordingOf(page!, trace));
  const gaps = silences(operator, rate, cause.shortest);
  console.log(
    `${cause.name}: ${cause.times} times, silences of ${gaps.join(', ') || 'less than 20'} ms; the desk shows the call after ${summary(usable).median.toFixed(0)} ms`,
  );
  if (cause.shortest === shortest && gaps.length > cause.times) throw new Error('more silences than causes');
  const longest = [...gaps].sort((a, b) => b - a).slice(0, cause.times);
  return [...longest, ...Array.from({ length: cause.times - longest.length }, () => 0)];
}

/**
 * How long the customer hears nothing when a page of the real demo app loses its call: read from the server's recording,
 * by cause. A page with plain JsSIP loses the call, so the promise stands beside it.
 */
export async function resume(): Promise<readonly Row[]> {
  const build = "import { build } from './tools/start/build.js'; await build();";
  execFileSync(process.execPath, ['--input-type=module', '-e', build], { cwd: root, stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'mediatel-resume-'));
  const voice = join(folder, 'voice.wav');
  writeFileSync(voice, wavFile());
  const server = await serve(join(folder, 'data'));
  const { executablePath, args } = await wholeChromium();
  const browser = await playwright.launch({
    executablePath,
    args: [...args, `--use-file-for-fake-audio-capture=${voice}`],
  });
  const rows: Row[] = [];
  try {
    for (const cause of causes) {
      const context = await browser.newContext({ permissions: ['microphone'] });
      const silence = summary(await silencesOf(cause, context));
      await context.close();
      const beside = { unit: 'ms', peerName: 'the promise; plain JsSIP loses the call', goal: 1 };
      rows.push(
        row({ name: cause.name, ours: silence.median, peer: cause.promised.median, ...beside }),
        row({ name: `${cause.name}/p95`, ours: silence.p95, peer: cause.promised.p95, ...beside }),
      );
    }
    return rows;
  } finally {
    await browser.close();
    const ended = once(server, 'exit');
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
