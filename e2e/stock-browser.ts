import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  test as base,
  chromium as playwright,
} from '@playwright/test';
import { chromium } from './chromium';
import { wholeBrowserOnly } from './whole-browser';

/** What a machine without a screen, a microphone and a person takes; none of it touches what a page may do. */
const flags = [
  '--headless=new',
  '--window-size=1280,900',
  '--no-sandbox',
  '--no-first-run',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--remote-debugging-port=0',
];

/** The whole browser with its own settings: none of Playwright's flags, and pages are hidden that stand behind others. */
export class StockBrowser {
  #settings: CDPSession | null = null;

  private constructor(
    readonly context: BrowserContext,
    private readonly browser: Browser,
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {}

  static async launch(extra: readonly string[]): Promise<StockBrowser> {
    const { executablePath } = await chromium();
    const profile = mkdtempSync(join(tmpdir(), 'mediatel-stock-'));
    const child = spawn(executablePath, [...flags, ...extra, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await playwright.connectOverCDP(await addressOf(child), { noDefaults: true });
    return new StockBrowser(browser.contexts()[0]!, browser, child, profile);
  }

  /** Sets a permission as a person does in the site's settings. */
  async decide(origin: string, name: string, setting: 'granted' | 'denied'): Promise<void> {
    // What is set ends with the session that set it.
    this.#settings ??= await this.browser.newBrowserCDPSession();
    await this.#settings.send('Browser.setPermission', { permission: { name }, setting, origin });
  }

  async close(): Promise<void> {
    await this.browser.close();
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Where it listens for whoever drives it. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += String(text);
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${said}`)));
  });
}

/** A test in the browser's own settings; `browserFlags` are what it needs beside. */
export const test = base.extend<{ browserFlags: readonly string[]; stock: StockBrowser }>({
  browserFlags: [[], { option: true }],
  stock: async ({ browserFlags }, use) => {
    wholeBrowserOnly('tabs of a window');
    const stock = await StockBrowser.launch(browserFlags);
    await use(stock);
    await stock.close();
  },
});

/** For the `test.use` of each file: both look into pages, which keeps them awake. */
export const unseen = { trace: 'off', screenshot: 'off' } as const;
