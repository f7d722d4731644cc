import { expect, test as base, type Page } from '@playwright/test';
import { bundlePage } from '../bundle-page';
import { registration } from '../softphone-steps';
import { Customer, type Scenario } from './customer';
import type { CustomerScript } from './customer-script';
import { freePort } from './free-port';
import { startKamailio, type KamailioSettings } from './kamailio';
import { PageServer } from './page-server';
import type { Program } from './program';
import { startRtpengine } from './rtpengine';
import { SipWire } from './sip-wire';

const extension = '1001';
export const password = 'training';

/** The SIP server of one test. */
interface SipServer extends KamailioSettings {
  /** Ends it; bindings and transactions are lost. Its ports are closed until `start()`. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Changes what the softphone's requests within a call meet, see `kamailio.cfg`. */
  set(variable: 'refused' | 'challenged', value: number): Promise<void>;
  /** Whether the softphone's extension has a binding. */
  isBound(): Promise<boolean>;
}

interface Options {
  readonly maxExpires: number;
  readonly gruu: boolean;
}

interface Fixtures {
  readonly server: SipServer;
  /** Places a call to the softphone's extension. */
  readonly call: (scenario: Scenario | CustomerScript) => Promise<Customer>;
  /** The SIP messages of the softphone. */
  readonly wire: SipWire;
  /** Opens the page, or a further tab, and starts its softphone. */
  readonly signIn: (account?: {
    readonly password?: string;
    readonly query?: string;
    readonly tab?: Page;
  }) => Promise<void>;
}

interface Shared {
  readonly pages: PageServer;
  /** rtpengine's control port. */
  readonly ngPort: number;
}

/**
 * Real servers around each test: its own Kamailio, and one rtpengine for all, because rtpengine keeps no state between
 * calls.
 */
export const test = base.extend<Options & Fixtures, Shared>({
  maxExpires: [300, { option: true }],
  gruu: [true, { option: true }],
  pages: [
    async ({ browser: _before }, use) => {
      const pages = new PageServer(await bundlePage('softphone-page.ts'));
      await pages.start();
      await use(pages);
      await pages.close();
    },
    { scope: 'worker' },
  ],
  ngPort: [
    async ({ browser: _before }, use) => {
      const ngPort = await freePort('udp', 22230);
      const rtpengine = await startRtpengine(ngPort);
      await use(ngPort);
      await rtpengine.end();
    },
    { scope: 'worker' },
  ],
  server: async ({ maxExpires, gruu, ngPort }, use) => {
    const settings = {
      sipPort: await freePort('udp', 5380),
      webSocketPort: await freePort('tcp', 4371),
      ngPort,
      password,
      maxExpires,
      gruu,
    };
    const get = async (path: string): Promise<boolean> =>
      (await fetch(`http://127.0.0.1:${settings.webSocketPort}${path}`)).ok;
    let kamailio: Program = await startKamailio(settings);
    await use({
      ...settings,
      stop: () => kamailio.end(),
      start: async () => {
        kamailio = await startKamailio(settings);
      },
      set: async (variable, value) => expect(await get(`/${variable}/${value}`)).toBe(true),
      isBound: () => get(`/bound/${extension}`),
    });
    await kamailio.end();
  },
  call: async ({ server }, use) => {
    const customers: Customer[] = [];
    await use(async (scenario) => {
      const customer = new Customer();
      customers.push(customer);
      await customer.call(scenario, extension, server.sipPort);
      return customer;
    });
    for (const customer of customers) await customer.close();
  },
  wire: async ({ page }, use, { title }) => {
    const wire = new SipWire(page);
    await use(wire);
    wire.keep(title);
    // An uncaught error fails every test.
    expect(await page.evaluate(() => window.page.faults)).toEqual([]);
  },
  signIn: async ({ page, pages, server, wire: _watched }, use) => {
    await use(async (account = {}) => {
      const tab = account.tab ?? page;
      await tab.goto(`http://localhost:${pages.port}/${account.query ?? ''}`);
      await tab.waitForFunction(() => 'page' in window);
      await tab.evaluate((start) => window.page.softphone.start(start), {
        url: `ws://127.0.0.1:${server.webSocketPort}/`,
        realm: 'interop.test',
        login: extension,
        password: account.password ?? password,
      });
    });
  },
});

/** Registered, with an open microphone: ready for a call. */
export async function ready(page: Page): Promise<void> {
  await registration(page, 'registered');
  await page.waitForFunction(() =>
    window.page.events.some((one) => one.type === 'microphoneChanged' && one.microphone.status === 'ready'),
  );
}
