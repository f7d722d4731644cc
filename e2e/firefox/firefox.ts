import { expect, test as base } from '@playwright/test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { FaultProxy } from '../faults/fault-proxy';
import { ServerProcess } from '../faults/server-process';
import { FirefoxDesk } from './firefox-desk';
import { missingFor } from './installed';
import { launchFirefox, noSound } from './launch-firefox';
import { SoundServer } from './sound-server';

const port = Number(process.env['E2E_PORT'] ?? 4390);

interface WorkerParts {
  /** Whether Firefox has an audio output. */
  hasSound: boolean;
  firefox: Browser;
  /** Environment of the server, besides what all servers get. */
  serverEnv: Readonly<Record<string, string>>;
  /** The training server behind a line that can be cut. */
  lines: FaultProxy;
}

interface TestParts {
  /** Skips the test by name if its programs are not installed. */
  programs: undefined;
  /** A profile of its own. */
  profile: BrowserContext;
  /** Opens a tab. All tabs of a test share their cookies. */
  openTab: () => Promise<FirefoxDesk>;
  desk: FirefoxDesk;
}

/** A test with a desk in Firefox. Errors of a page fail it. */
export const test = base.extend<TestParts, WorkerParts>({
  serverEnv: [{ CLERICAL_SECONDS: '60' }, { option: true, scope: 'worker' }],
  hasSound: [true, { option: true, scope: 'worker' }],
  firefox: [
    async ({ hasSound }, use) => {
      const sound = hasSound ? new SoundServer() : null;
      await sound?.start();
      const browser = await launchFirefox(sound?.env ?? noSound);
      await use(browser);
      await browser.close();
      await sound?.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  lines: [
    async ({ serverEnv }, use) => {
      const server = new ServerProcess(port, serverEnv);
      const proxy = new FaultProxy(server.url);
      await server.start();
      await proxy.listen(port + 1);
      await use(proxy);
      await proxy.close();
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  programs: [
    async ({ hasSound }, use) => {
      const missing = missingFor(hasSound);
      base.skip(missing !== null, missing ?? '');
      await use(undefined);
    },
    { auto: true },
  ],
  profile: async ({ firefox }, use) => {
    const context = await firefox.createBrowserContext();
    await use(context);
    await context.close();
  },
  openTab: async ({ profile, lines }, use, info) => {
    lines.reset();
    const tabs: FirefoxDesk[] = [];
    await use(async () => {
      const tab = await FirefoxDesk.open(profile, lines.url);
      tabs.push(tab);
      return tab;
    });
    if (info.status !== info.expectedStatus)
      for (const [index, { page }] of tabs.entries())
        if (!page.isClosed())
          await info.attach(`tab ${index}`, { body: Buffer.from(await page.screenshot()), contentType: 'image/png' });
    expect(tabs.flatMap(({ faults }) => faults)).toEqual([]);
  },
  desk: async ({ openTab }, use) => {
    await use(await openTab());
  },
});

export { expect };
