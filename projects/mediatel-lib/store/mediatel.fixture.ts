import type { ApplicationRef, EnvironmentProviders, Provider } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { type Action, Store, provideStore } from '@ngrx/store';
import { type ForwardOutcome, LeaderTab, type MediatelConfig } from 'mediatel-lib/ports';
import { type CommandContext, Mediatel, provideMediatelStore, selectCommandContext } from 'mediatel-lib/store';
import {
  FakeAgentConnection,
  FakeClock,
  FakeLeaderTab,
  FakeSoftphone,
  provideFakePorts,
  wireSnapshot,
} from 'mediatel-lib/testing';

type Cloned = Readonly<Record<string, unknown>>;
/** Runs after the present script, also under fake timers, which fake `queueMicrotask`. */
const later = (task: () => void): void => void Promise.resolve().then(task);
const clone = (value: object): Cloned => JSON.parse(JSON.stringify(value)) as Cloned;

/** Two tabs of one operator exchange clones, as over a channel. */
class LinkedTab extends FakeLeaderTab {
  other: LinkedTab | null = null;
  /** Whether the other tab hears nothing of this one. */
  isCut = false;

  override share(note: object): void {
    const copy = clone(note);
    if (!this.isCut) later(() => this.other?.shared.next(copy));
  }

  override forward(command: object): Promise<ForwardOutcome> {
    const copy = clone(command);
    return new Promise((resolve) => {
      later(() => {
        this.other?.forwarded.next({
          command: copy,
          answer: (refusal, receipt = null) => {
            const extra = receipt === null ? {} : { receipt: clone(receipt) };
            const outcome = refusal === null ? { status: 'taken' } : { status: 'refused', refusal };
            later(() => {
              resolve({ ...outcome, ...extra } as ForwardOutcome);
            });
          },
        });
      });
    });
  }
}

/** A host's page with the facade, on fakes of the ports. */
export class HostPage {
  readonly #context: () => CommandContext;
  readonly mediatel: Mediatel;
  readonly store: Store;
  readonly connection: FakeAgentConnection;
  readonly softphone: FakeSoftphone;
  readonly clock: FakeClock;

  private constructor(
    readonly app: ApplicationRef,
    readonly tab: LinkedTab,
  ) {
    const { injector } = app;
    this.mediatel = injector.get(Mediatel);
    this.store = injector.get(Store);
    this.connection = injector.get(FakeAgentConnection);
    this.softphone = injector.get(FakeSoftphone);
    this.clock = injector.get(FakeClock);
    this.#context = this.store.selectSignal(selectCommandContext);
  }

  static async open(
    config: Partial<MediatelConfig> = {},
    providers: readonly (Provider | EnvironmentProviders)[] = [],
  ): Promise<HostPage> {
    const tab = new LinkedTab();
    const app = await createApplication({
      providers: [
        provideStore(),
        provideFakePorts(config),
        provideMediatelStore(),
        { provide: LeaderTab, useValue: tab },
        ...providers,
      ],
    });
    return new HostPage(app, tab);
  }

  /** Two signed-in tabs of one operator, who is in `state`. The first leads. */
  static async openTwo(
    state: string,
    config: Partial<MediatelConfig> = {},
    providers: readonly (Provider | EnvironmentProviders)[] = [],
  ): Promise<[HostPage, HostPage]> {
    const leader = await HostPage.open(config, providers);
    const follower = await HostPage.open(config, providers);
    [leader.tab.other, follower.tab.other] = [follower.tab, leader.tab];
    follower.tab.follow();
    for (const page of [leader, follower]) await page.signIn(state);
    leader.connection.takeSent();
    return [leader, follower];
  }

  get state(): CommandContext {
    return this.#context();
  }

  async signIn(state: string): Promise<void> {
    await this.mediatel.signIn();
    this.connection.connect();
    this.app.tick();
    this.snapshot(state);
  }

  snapshot(state: string, fields: Parameters<typeof wireSnapshot>[1] = {}): void {
    this.connection.receive(wireSnapshot(state, fields));
  }

  dispatch(action: Action): void {
    this.store.dispatch(action);
  }
}

/** Lets a snapshot into every tab. */
export function snapshotIn(pages: readonly HostPage[], ...given: Parameters<HostPage['snapshot']>): void {
  for (const page of pages) page.snapshot(...given);
}

/** Lets messages between tabs arrive. */
export async function deliver(): Promise<void> {
  for (let step = 0; step < 20; step++) await Promise.resolve();
}
