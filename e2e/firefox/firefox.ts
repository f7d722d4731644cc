import { expect, test as base } from '@playwright/test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { FaultProxy } from '../faults/fault-proxy';
import { ServerProcess } from '../faults/server-process';
import { FirefoxDesk } from './firefox-desk';
import { missing } from './installed';
import { launchFirefox, noSound } from './launch-firefox';
import { SoundServer } from './sound-server';

const port = Number(process.env['E2E_PORT'] ?? 4390);

interface WorkerParts {
  /** Whether Firefox has a way out for sound. */
  hasSound: boolean;
  firefox: Browser;
  /** The training server behind a line that can be cut. */
  lines: FaultProxy;
}

interface TestParts {
  /** A profile of its own. */
  profile: BrowserContext;
  /** Opens a tab; all of a test share their cookies. */
  openTab: () => Promise<FirefoxDesk>;
  desk: FirefoxDesk;
}

/** A test with a desk in Firefox; errors of a page fail it. */
export const test = base.extend<TestParts, WorkerParts>({
  hasSound: [true, { option: true, scope: 'worker' }],
  firefox: [
    async ({ hasSound }, use) => {
      base.skip(missing !== null, missing ?? '');
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
    // Playwright finds out what a fixture needs by its parameter's pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = new ServerProcess(port, { CLERICAL_SECONDS: '60' });
      const proxy = new FaultProxy(server.url);
      await server.start();
      await proxy.listen(port + 1);
      await use(proxy);
      await proxy.close();
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
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
