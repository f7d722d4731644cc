import { seeds } from '../../projects/training-server/accounts';
import { expect, test as base } from '../desk';
import { keepFlight } from '../keep-flight';
import { FaultProxy } from './fault-proxy';
import { Host, serveHost } from './host';
import { ServerProcess } from './server-process';

/** How many operators a training server has; a worker may run more tests. */
const operators = seeds.filter(({ role }) => role === 'operator').length;

const firstPort = Number(process.env['E2E_PORT'] ?? 4330);

/**
 * A worker's own training server with a proxy in front; `mediatel`, `sip`, `hub` and `http` are the lines to disturb.
 */
export class Link {
  #seats = 0;

  constructor(
    readonly server: ServerProcess,
    readonly proxy: FaultProxy,
  ) {}

  /** The login of an operator that no other test has used. When all are used, the server restarts. */
  async seat(): Promise<string> {
    if (this.#seats === operators) {
      await this.server.close();
      await this.server.start();
      this.#seats = 0;
    }
    this.#seats += 1;
    return `agent${this.#seats}`;
  }

  get mediatel() {
    return this.proxy.mediatel;
  }

  get sip() {
    return this.proxy.sip;
  }

  get hub() {
    return this.proxy.hub;
  }

  get http() {
    return this.proxy.http;
  }

  /** Both sockets at once: the network is gone. */
  get sockets() {
    return [this.mediatel, this.sip] as const;
  }
}

interface WorkerParts {
  /** Environment of the worker's server, besides what all servers get. */
  serverEnv: Readonly<Record<string, string>>;
  /** Exists as long as its worker. */
  standingLink: Link;
}

interface TestParts {
  link: Link;
  /** An operator that no other test of this server uses. */
  login: string;
  /** The whole library in a page of its own, not signed in yet. */
  host: Host;
}

/** A test with a desk behind a line that can be disturbed. */
export const test = base.extend<TestParts, WorkerParts>({
  serverEnv: [{}, { option: true, scope: 'worker' }],
  standingLink: [
    async ({ serverEnv }, use, { parallelIndex }) => {
      const server = new ServerProcess(firstPort + 2 * parallelIndex, serverEnv);
      const proxy = new FaultProxy(server.url);
      await server.start();
      await serveHost(proxy);
      await proxy.listen(firstPort + 2 * parallelIndex + 1);
      await use(new Link(server, proxy));
      await proxy.close();
      await server.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  link: async ({ standingLink }, use) => {
    standingLink.proxy.reset();
    await use(standingLink);
  },
  login: async ({ standingLink }, use) => use(await standingLink.seat()),
  host: async ({ page, login, link }, use, testInfo) => {
    const host = new Host(page, login);
    await use(host);
    if (testInfo.status !== testInfo.expectedStatus) {
      await keepFlight(page, testInfo);
      const actions = await page.evaluate(() => window.host.actions);
      const frames = link.mediatel.passed.map((frame) => ({ ...frame, at: frame.at + performance.timeOrigin }));
      const body = JSON.stringify({ actions, frames }, null, 1);
      await testInfo.attach('what was seen', { body, contentType: 'application/json' });
    }
    expect(await page.evaluate(() => window.host.faults)).toEqual([]);
  },
  baseURL: async ({ link }, use) => use(link.proxy.url),
});

export { expect };
