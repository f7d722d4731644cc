import { jest } from '@jest/globals';
import { EnvironmentInjector, Injectable, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AgentConnection, type ConnectionMessage, LeaderTab, Softphone, type SoftphoneEvent } from 'mediatel-lib/ports';
import { FakeAgentConnection, FakeClock, FakeSoftphone, fakeAccount, provideFakePorts } from 'mediatel-lib/testing';
import { FakeChannel, FakeLocks } from './election/fake-tab-world';
import { provideTabs } from './provide-tabs';

/** Prepares a browser without a page, with fake timers. */
function prepareTabs(): void {
  jest.useFakeTimers();
  FakeChannel.open.clear();
  FakeChannel.sent.length = 0;
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
  Object.defineProperty(globalThis, 'BroadcastChannel', { value: FakeChannel, configurable: true });
  TestBed.configureTestingModule({ providers: [provideFakePorts()] });
  TestBed.inject(FakeClock);
}

/** One page, with fakes for the real ports. */
export class Page {
  readonly connection: AgentConnection;
  readonly phone: Softphone;
  readonly tab: LeaderTab;
  real!: FakeAgentConnection;
  realPhone!: FakeSoftphone;
  readonly messages: ConnectionMessage[] = [];
  readonly events: SoftphoneEvent[] = [];
  channel!: FakeChannel;
  readonly #injector: EnvironmentInjector;
  #ended = false;

  constructor() {
    const note = {
      connection: (made: FakeAgentConnection) => (this.real = made),
      phone: (made: FakeSoftphone) => (this.realPhone = made),
    };
    @Injectable()
    class NotedConnection extends FakeAgentConnection {
      constructor() {
        super();
        note.connection(this);
      }
    }
    @Injectable()
    class NotedPhone extends FakeSoftphone {
      constructor() {
        super();
        note.phone(this);
      }
    }
    this.#injector = createEnvironmentInjector(
      [
        provideTabs({
          connection: () => Promise.resolve(NotedConnection),
          softphone: () => Promise.resolve(NotedPhone),
        }),
      ],
      TestBed.inject(EnvironmentInjector),
    );
    this.connection = this.#injector.get(AgentConnection);
    this.phone = this.#injector.get(Softphone);
    this.tab = this.#injector.get(LeaderTab);
    this.connection.messages.subscribe((message) => this.messages.push(message));
    this.phone.events.subscribe((event) => this.events.push(event));
  }

  /** Signs in, and waits for the election. */
  async begin(): Promise<this> {
    const before = new Set(FakeChannel.open);
    this.connection.open(fakeAccount.mediatel);
    this.phone.start(fakeAccount.sip);
    await settle();
    this.channel = [...FakeChannel.open].find((channel) => !before.has(channel))!;
    return this;
  }

  /** Closes the page abruptly. */
  end(): void {
    if (!this.#ended) this.#injector.destroy();
    this.#ended = true;
  }
}

/** The pages of one test, in the order of opening. */
export class Pages {
  all: Page[] = [];

  /** Opens that many pages, and returns them. */
  async open(count: number): Promise<Page[]> {
    this.all = [];
    for (let index = 0; index < count; index++) await this.add();
    return this.all;
  }

  /** Opens one more page. */
  async add(): Promise<void> {
    this.all.push(await new Page().begin());
  }

  /** What each page says of its role. */
  get statuses(): string[] {
    return this.all.map(({ tab }) => tab.state().status);
  }
}

/** Gives each test of the `describe` a browser with fake timers, and closes its pages at the end. */
export function pagesOfEachTest(): Pages {
  const pages = new Pages();
  beforeAll(async () => {
    await import('./port-router');
  });
  beforeEach(() => {
    pages.all = [];
    prepareTabs();
  });
  afterEach(() => {
    for (const page of pages.all) page.end();
    jest.useRealTimers();
  });
  return pages;
}

/** Lets `ms` pass, with all effects. */
export async function settle(ms = 0): Promise<void> {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
}
