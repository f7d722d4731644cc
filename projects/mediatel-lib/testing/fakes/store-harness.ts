import type { EnvironmentProviders, Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Actions, provideEffects } from '@ngrx/effects';
import { type Action, Store, provideStore } from '@ngrx/store';
import type { MediatelConfig } from 'mediatel-lib/ports';
import type { KnownAgentState } from 'mediatel-lib/protocol';
import { AgentSession, type CommandContext, provideMediatelStore, selectCommandContext } from 'mediatel-lib/store';
import { FakeAgentConnection } from './fake-agent-connection';
import { FakeClock } from './fake-clock';
import { FakeSoftphone } from './fake-softphone';
import { provideFakePorts } from './provide-fake-ports';
import { type WireSnapshot, wireSnapshot } from './wire-snapshot';

/**
 * The library's store in Angular's `TestBed`, with all runtime checks and with fakes of the ports.
 *
 * It configures the `TestBed` itself, and the test sends each snapshot and SIP event. A host's tests take
 * `provideMediatelTesting` and `PhoneDriver` instead.
 */
export class StoreHarness {
  /** All actions so far, in order. */
  readonly actions: Action[] = [];
  /** The NgRx store. */
  readonly store: Store;
  /** The fake connection. */
  readonly connection: FakeAgentConnection;
  /** The fake softphone. */
  readonly softphone: FakeSoftphone;
  /** The fake clock. */
  readonly clock: FakeClock;
  /** The session: signs in and out. */
  readonly session: AgentSession;
  readonly #context: () => CommandContext;

  constructor(config: Partial<MediatelConfig> = {}, providers: readonly (Provider | EnvironmentProviders)[] = []) {
    TestBed.configureTestingModule({
      providers: [
        provideStore(
          {},
          {
            runtimeChecks: {
              strictStateImmutability: true,
              strictActionImmutability: true,
              strictStateSerializability: true,
              strictActionSerializability: true,
              strictActionTypeUniqueness: true,
            },
          },
        ),
        provideEffects(),
        provideFakePorts(config),
        provideMediatelStore(),
        ...providers,
      ],
    });
    this.store = TestBed.inject(Store);
    this.connection = TestBed.inject(FakeAgentConnection);
    this.softphone = TestBed.inject(FakeSoftphone);
    this.clock = TestBed.inject(FakeClock);
    this.session = TestBed.inject(AgentSession);
    this.#context = this.store.selectSignal(selectCommandContext);
    TestBed.inject(Actions).subscribe((action) => this.actions.push(action));
  }

  /** The library's whole state. */
  get state(): CommandContext {
    return this.#context();
  }

  /** Dispatches an action. */
  dispatch(action: Action): void {
    this.store.dispatch(action);
  }

  /** Signs in, connects, and lets a first snapshot in. */
  async signIn(state: KnownAgentState | (string & {}) = 'STATE_IDLE', fields: WireSnapshot = {}): Promise<void> {
    await this.session.signIn();
    this.connect();
    this.snapshot(state, fields);
  }

  /** Connects, and runs effects that wait for change detection. */
  connect(): void {
    this.connection.connect();
    TestBed.tick();
  }

  /** Cuts the connection, and runs effects that wait for change detection. */
  disconnect(): void {
    this.connection.disconnect();
    TestBed.tick();
  }

  /** Lets a snapshot of this state in; `fields` replace its own. */
  snapshot(state: KnownAgentState | (string & {}), fields: WireSnapshot = {}): void {
    this.connection.receive(wireSnapshot(state, fields));
  }

  /** The types of the actions since the last call, without their source: `Call Started`. `source` selects one source. */
  takeNames(source?: string): string[] {
    return this.actions
      .splice(0)
      .filter(({ type }) => source === undefined || type.startsWith(`[${source}]`))
      .map(({ type }) => type.replace(/^\[.*?\] /, ''));
  }
}
