import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium as playwright, type Browser } from '@playwright/test';
import { wholeChromium } from '../e2e/chromium';
import { pages } from './hub/pages';
import { Part } from './hub/part';
import type {} from './host/screen-window';
import { type Row, percentile, row } from './row';

/**
 * The pages take turns, so that a busy machine slows both. The measured seconds come after as many of warm-up as
 * `warmUp`.
 */
const rounds = 2;
const warmUp = 3;
const measured = 15;
/** Seconds for which the way from a tab to the screen is measured. */
const watched = 60;

const root = resolve(import.meta.dirname, '..');

/** The cost of a page in its measured seconds. */
interface Cost {
  readonly changes: number;
  /** Seconds of scripting, style and layout. */
  readonly busy: number;
  readonly paintTimes: readonly number[];
  readonly longTasks: readonly number[];
}

const seconds = (s: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000 * s));

function build(configuration: string): string {
  execFileSync('ng', ['build', 'bench-host', '--configuration', configuration], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return join(root, '.cache/size', configuration);
}

async function watch(browser: Browser, url: string, span: number): Promise<Cost> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics
      .filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name))
      .reduce((sum, { value }) => sum + value, 0);
  };
  const broken = new Promise<never>((_, reject) => {
    page.on('pageerror', reject);
    page.on('console', (message) => {
      if (message.type() === 'error') reject(new Error(`${url}: ${message.text()}`));
    });
  });
  await page.goto(url);
  await Promise.race([broken, page.waitForFunction(() => window.changes > 0, null, { timeout: 120_000 })]);
  await seconds(warmUp);
  await page.evaluate(() => {
    window.paintTimes = [];
    window.longTasks = [];
    window.changes = 0;
  });
  const before = await busy();
  await seconds(span);
  const after = await busy();
  const told = await page.evaluate(() => ({
    changes: window.changes,
    paintTimes: window.paintTimes,
    longTasks: window.longTasks,
  }));
  await page.close();
  return { ...told, busy: after - before };
}

const told = ({ changes, busy, paintTimes, longTasks }: Cost): string =>
  `${changes} changes, ${((1e6 * busy) / changes).toFixed(0)} µs each; on the screen after p50 ${percentile(paintTimes, 0.5)} ms, p95 ${percentile(paintTimes, 0.95)} ms ` +
  `of ${paintTimes.length} in view; ${longTasks.length} tasks over 50 ms, longest ${Math.max(0, ...longTasks).toFixed(0)} ms`;

/** Both pages get the same crowd, made inside the page. */
async function beside(browser: Browser, ours: string, plain: string): Promise<{ ours: Cost[]; plain: Cost[] }> {
  const costs: { ours: Cost[]; plain: Cost[] } = { ours: [], plain: [] };
  const servers = { ours: createServer(pages(ours)), plain: createServer(pages(plain)) };
  try {
    for (const server of Object.values(servers))
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ['ours', 'plain'] as const) {
        const { port } = servers[name].address() as AddressInfo;
        const cost = await watch(browser, `http://localhost:${port}/?crowd`, measured);
        console.log(`${name === 'ours' ? 'board' : 'plain table'}: ${told(cost)}`);
        costs[name].push(cost);
      }
    }
    return costs;
  } finally {
    for (const server of Object.values(servers)) server.close();
  }
}

/** From an operator's tab through the real hub to the screen. */
async function wholeWay(browser: Browser, folder: string): Promise<Cost> {
  const hub = new Part('ours', folder);
  const tabs = new Part('tabs');
  try {
    const port = await hub.port();
    tabs.tell({ do: 'gather', port, crowd: { operators: 5_000, changesPerSecond: 1_000, boards: 1 } });
    await tabs.answer();
    tabs.tell({ do: 'run' });
    const cost = await watch(browser, `http://localhost:${port}/`, watched);
    console.log(`board, from the tabs over the hub: ${told(cost)}`);
    return cost;
  } finally {
    await Promise.all([hub.end(), tabs.end()]);
  }
}

/** The supervisor's board with 5,000 operators and 1,000 changes a second. */
export async function board(): Promise<readonly Row[]> {
  execFileSync('npm', ['run', 'build:lib', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [folder, plainFolder] = [build('board'), build('plain-board')];
  const browser = await playwright.launch({ ...(await wholeChromium()) });
  try {
    const { ours, plain } = await beside(browser, folder, plainFolder);
    const cost = (all: readonly Cost[]): number =>
      (1e6 * all.reduce((sum, { busy }) => sum + busy, 0)) / all.reduce((sum, { changes }) => sum + changes, 0);
    const way = await wholeWay(browser, folder);
    return [
      row({
        name: 'board',
        unit: 'µs of scripting and layout per change',
        ours: cost(ours),
        peer: cost(plain),
        peerName: 'a plain Material table bound to the same array',
        goal: 0.1,
      }),
      row({
        name: 'board/p95',
        unit: 'ms',
        ours: percentile(way.paintTimes, 0.95),
        peer: 100,
        peerName: 'the goal of 100 ms from a tab to the screen',
        goal: 1,
      }),
      row({
        name: 'board/task',
        unit: 'ms',
        ours: Math.max(0, ...way.longTasks),
        peer: 50,
        peerName: 'the goal of no longer task',
        goal: 1,
      }),
    ];
  } finally {
    await browser.close();
  }
}
