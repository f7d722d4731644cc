import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium as playwright, expect } from '@playwright/test';
import { wholeChromium } from '../e2e/chromium';
import { HostSite } from '../e2e/consumer/host-site';
import { run } from '../e2e/consumer/make-host';
import { Desk } from '../e2e/desk';
import { heardEnergy, watchConnections } from '../e2e/heard';
import { type Row, row } from './row';

const root = resolve(import.meta.dirname, '..');

/** Seconds in which an expert had the first call by hand, at 0.1.0 without `ng add` (the adoption trial). */
const expertSeconds = 206;
/** Megabytes that 0.1.0 added to a host, Material and CDK included (the adoption trial). */
const formerWeight = 120;

/** Adds up the seconds of the steps that are not the registry's. */
class Stopwatch {
  seconds = 0;

  async time<T>(step: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await step();
    this.seconds += (performance.now() - began) / 1000;
    return result;
  }
}

/** Megabytes on disk. */
const weight = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / 1024;

/** Seconds until a program prints a line that fits. The program is ended. */
async function untilLine(cwd: string, program: string, args: readonly string[], fits: RegExp): Promise<number> {
  const began = performance.now();
  const child: ChildProcess = spawn(program, args, {
    cwd,
    env: { ...process.env, NG_CLI_ANALYTICS: 'false', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    for await (const line of createInterface({ input: child.stdout! })) {
      if (fits.test(line)) return (performance.now() - began) / 1000;
    }
    throw new Error(`${program} ${args.join(' ')} ended before it was ready`);
  } finally {
    // npm starts further processes; all are in the child's group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
    if (child.exitCode === null) await once(child, 'close');
  }
}

/** Opens the host's page, signs in, calls, and waits until the customer is heard. */
async function call(folder: string): Promise<void> {
  const site = await HostSite.open(folder, 'crm');
  const browser = await playwright.launch({ ...(await wholeChromium()) });
  const page = await (await browser.newContext({ permissions: ['microphone'] })).newPage();
  await watchConnections(page);
  await page.request.post(`${site.url}/api/session`, { data: { login: 'agent1', password: 'training' } });
  await page.goto(site.url);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  const desk = new Desk(page, site.url);
  await desk.ready();
  await desk.talk();
  await expect.poll(() => heardEnergy(page)).toBeGreaterThan(0.01);
  await browser.close();
  await site.close();
}

/**
 * `first-call`: seconds from `ng new` to the first heard call, without the registry's. `first-call/install`: megabytes that the
 * library and its peers add to the host. `first-call/start`: seconds until the second `npm start` of this repository is ready.
 */
export async function firstCall(): Promise<readonly Row[]> {
  await run(root, 'npm', ['run', 'build:lib']);
  await run(root, 'npm', ['run', 'pack:server']);
  const packs = join(root, '.cache/packs');
  const library = join(
    packs,
    (await readdir(packs)).find((name) => /^mediatel-lib-.*\.tgz$/.test(name))!,
  );
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@angular/cli/package.json'), 'utf8')) as {
    readonly version: string;
  };
  const cli = ['exec', '--yes', '--package', `@angular/cli@${version}`, '--', 'ng'];
  const parent = await mkdtemp(join(tmpdir(), 'mediatel-first-call-'));
  const folder = join(parent, 'crm');
  const watch = new Stopwatch();
  try {
    await run(parent, 'npm', [...cli, 'version']);
    await watch.time(() => run(parent, 'npm', [...cli, 'new', 'crm', '--defaults', '--skip-install', '--skip-git']));
    await run(folder, 'npm', ['install']);
    const before = weight(join(folder, 'node_modules'));
    const empty = await untilLine(folder, 'npx', ['ng', 'serve', '--port', '0'], /Local:/);
    await run(folder, 'npm', ['install', library]);
    await watch.time(() => run(folder, 'npx', ['ng', 'add', library, '--skip-confirmation']));
    const added = weight(join(folder, 'node_modules')) - before;
    await watch.time(() => run(folder, 'npx', ['ng', 'build']));
    await watch.time(() => call(folder));
    // The first run builds what is missing.
    await untilLine(root, 'npm', ['start'], /^ready /);
    const start = await untilLine(root, 'npm', ['start'], /^ready /);
    return [
      row({
        name: 'first-call',
        unit: 's',
        ours: watch.seconds,
        peer: expertSeconds,
        peerName: 'an expert by hand (0.1.0)',
        goal: 1,
      }),
      row({ name: 'first-call/install', unit: 'MB', ours: added, peer: formerWeight, peerName: '0.1.0', goal: 1 }),
      row({
        name: 'first-call/start',
        unit: 's',
        ours: start,
        peer: empty,
        peerName: '`ng serve` of an empty app',
        goal: 1,
      }),
    ];
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
