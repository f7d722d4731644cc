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
import { wholeChromium } from './chromium';
import { wholeBrowserOnly } from './whole-browser';

/** Flags for a machine without screen, microphone and person. None of them changes what a page may do. */
const flags = [
  '--headless=new',
  '--window-size=1280,900',
  '--no-sandbox',
  '--no-first-run',
  '--use-fake-device-for-media-stream',
  '--remote-debugging-port=0',
];

/** The whole browser with its own settings: without Playwright's flags, and pages behind others are hidden. */
export class StockBrowser {
  #settings: CDPSession | null = null;
  readonly #browser: Browser;
  readonly #child: ChildProcess;
  readonly #profile: string;

  private constructor(
    readonly context: BrowserContext,
    browser: Browser,
    child: ChildProcess,
    profile: string,
  ) {
    this.#browser = browser;
    this.#child = child;
    this.#profile = profile;
  }

  static async launch(extra: readonly string[]): Promise<StockBrowser> {
    const { executablePath } = await wholeChromium();
    const profile = mkdtempSync(join(tmpdir(), 'mediatel-stock-'));
    const child = spawn(executablePath, [...flags, ...extra, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await playwright.connectOverCDP(await addressOf(child), { noDefaults: true });
    return new StockBrowser(browser.contexts()[0]!, browser, child, profile);
  }

  /** Sets a permission as a person does in the site's settings. */
  async decide(origin: string, name: string, setting: 'granted' | 'denied'): Promise<void> {
    // A setting ends with the session that made it.
    this.#settings ??= await this.#browser.newBrowserCDPSession();
    await this.#settings.send('Browser.setPermission', { permission: { name }, setting, origin });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** The address of its debugging port. */
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

interface StockOptions {
  /** What the browser needs besides. */
  readonly browserFlags: readonly string[];
  /** Whether each microphone is allowed without a question. Otherwise the site's setting decides (`StockBrowser.decide`). */
  readonly isMicrophoneAllowed: boolean;
}

/** A test with the browser's own settings. */
export const test = base.extend<StockOptions & { stock: StockBrowser }>({
  browserFlags: [[], { option: true }],
  isMicrophoneAllowed: [true, { option: true }],
  stock: async ({ browserFlags, isMicrophoneAllowed }, use) => {
    wholeBrowserOnly('tabs of a window');
    const stock = await StockBrowser.launch([
      ...browserFlags,
      ...(isMicrophoneAllowed ? ['--use-fake-ui-for-media-stream'] : []),
    ]);
    await use(stock);
    await stock.close();
  },
});

/** For the `test.use` of each file: both read pages, which keeps them awake. */
export const unseen = { trace: 'off', screenshot: 'off' } as const;
