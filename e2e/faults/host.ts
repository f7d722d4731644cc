import { expect, type Page } from '@playwright/test';
import type { CommandContext } from '../../projects/mediatel-lib/store';
import { bundlePage } from '../bundle-page';
import type { FaultProxy } from './fault-proxy';
import type { HostPage, SeenAction } from './host-page';

/** The wall clock, as in the page. */
export const now = (): number => performance.timeOrigin + performance.now();

/** Makes the proxy serve the page. */
export async function serveHost(proxy: FaultProxy): Promise<void> {
  proxy.serve('/host', 'text/html', '<!doctype html><script type="module" src="/host.js"></script>');
  proxy.serve('/host.js', 'text/javascript', await bundlePage('faults/host-page.ts'));
}

/** A host of the library in a browser tab, with everything it saw, to the millisecond. */
export class Host {
  constructor(
    readonly page: Page,
    readonly login: string,
  ) {}

  /** Signs in to the CRM and opens the page. Its phone is not started yet. */
  async open(): Promise<void> {
    await this.signInToCrm();
    await this.page.goto('/host');
    await this.page.waitForFunction(() => 'host' in window);
  }

  async signInToCrm(): Promise<void> {
    const answer = await this.page.request.post('/api/session', { data: { login: this.login, password: 'training' } });
    expect(answer.status()).toBe(200);
  }

  signIn(): Promise<void> {
    return this.page.evaluate(() => window.host.signIn());
  }

  /** Signs in and waits until a call could come. */
  async begin(): Promise<void> {
    await this.open();
    await this.signIn();
    await this.phase('available');
    await this.reaches(({ softphone }) => softphone.registration.status === 'registered');
  }

  give(command: Parameters<HostPage['give']>[0], fields: object = {}): Promise<number | null> {
    return this.page.evaluate(([name, with_]) => window.host.give(name, with_), [command, fields] as const);
  }

  state(): Promise<CommandContext> {
    return this.page.evaluate(() => window.host.state());
  }

  async reaches(fits: (state: CommandContext) => boolean, timeout = 20_000): Promise<void> {
    await expect.poll(async () => fits(await this.state()), { timeout, intervals: [50] }).toBe(true);
  }

  async phase(phase: string, timeout = 20_000): Promise<void> {
    await expect.poll(async () => (await this.state()).agent.phase, { timeout, intervals: [50] }).toBe(phase);
  }

  /** The first action of this name (without its source) since then. */
  async saw(name: string, since: number, timeout = 30_000): Promise<SeenAction> {
    const handle = await this.page.waitForFunction(
      ([ending, from]) => window.host.actions.find(({ type, at }) => at >= from && type.endsWith(`] ${ending}`)),
      [name, since] as const,
      { timeout, polling: 50 },
    );
    return (await handle.jsonValue())!;
  }

  /** When the registration got this status, since then. */
  async registrationIs(status: string, since: number, timeout = 40_000): Promise<number> {
    const handle = await this.page.waitForFunction(
      ([wanted, from]) =>
        window.host.actions.find(
          ({ type, at, registration }) =>
            at >= from &&
            type === '[Mediatel Softphone] Registration Changed' &&
            (registration as { readonly status: string }).status === wanted,
        )?.at,
      [status, since] as const,
      { timeout, polling: 50 },
    );
    return (await handle.jsonValue()) ?? Number.NaN;
  }

  /** Audio flows both ways: two more seconds each way, however slow the machine. */
  async talksOn(): Promise<void> {
    const audio = () => this.page.evaluate(() => window.host.audio());
    const before = await audio();
    await expect
      .poll(
        async () => {
          const { received, sent } = await audio();
          return received - before.received >= 100 && sent - before.sent >= 100;
        },
        { timeout: 10_000, intervals: [100] },
      )
      .toBe(true);
  }

  async seen(name: string): Promise<readonly SeenAction[]> {
    const actions = await this.page.evaluate(() => window.host.actions);
    return actions.filter(({ type }) => type.endsWith(`] ${name}`));
  }

  /** The names of the agent's events since then. */
  async events(since: number): Promise<readonly string[]> {
    const actions = await this.page.evaluate(() => window.host.actions);
    const source = '[Mediatel Agent] ';
    return actions
      .filter(({ type, at }) => at >= since && type.startsWith(source))
      .map(({ type }) => type.slice(source.length));
  }

  async customerCalls(ani: string): Promise<void> {
    const answer = await this.page.request.post('/api/calls', { data: { agent: this.login, ani } });
    expect(answer.status(), await answer.text()).toBe(201);
  }

  async talk(number = '0661234501'): Promise<void> {
    await this.give('makeCall', { phoneNumber: number });
    await this.phase('talking');
  }

  /** Hangs up, sets the first code, and is available. */
  async finish(): Promise<void> {
    await this.give('hangUp');
    await this.phase('clerical');
    await this.saveCode();
    await this.phase('available');
  }

  async saveCode(): Promise<void> {
    const { agent } = await this.state();
    await this.give('saveCallCodes', { callTraceID: agent.callTraceID, codeIds: [agent.availableCallCodes[0]?.id] });
  }
}
