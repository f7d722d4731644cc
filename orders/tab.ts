import {
  DOCUMENT,
  type EnvironmentInjector,
  ErrorHandler,
  createEnvironmentInjector,
  ɵChangeDetectionScheduler as ChangeDetectionScheduler,
  ɵEffectScheduler as EffectScheduler,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
  NgZone,
  PLATFORM_ID,
} from '@angular/core';
import { Actions, ofType, provideEffects } from '@ngrx/effects';
import { type Action, Store, provideStore } from '@ngrx/store';
import {
  type OperatorAccount,
  MediatelClock,
  MEDIATEL_CONFIG,
  LeaderTab,
  Softphone,
  resolveConfig,
} from 'mediatel-lib/ports';
import {
  AgentSession,
  MEDIATEL_CALL_CONTACT_HANDLER,
  CallDrafts,
  type MediatelCall,
  type CommandContext,
  CommandOutcomes,
  provideMediatelStore,
  selectCall,
  selectCommandContext,
} from 'mediatel-lib/store';
import { provideTabs } from 'mediatel-lib/private/tabs';
import { login } from '../projects/training-server/agent/agent.fixture';
import { OrdersConnection } from './orders-connection';
import { OrdersPhone } from './orders-phone';
import { TAB } from './tab-token';
import type { TabWorld } from './tab-world';

const { user, password, extension } = login;
const account: OperatorAccount = {
  mediatel: { url: 'https://mediatel.example', user, password, extension },
  sip: { url: 'wss://sip.example/ws', realm: 'training.local', login: 'sip1', password: 'sip-secret' },
};

const zoneless = { run: <T>(run: () => T): T => run(), runOutsideAngular: <T>(run: () => T): T => run() };

/** One page of the operator's browser: the library's real store and tabs over deterministic ports. */
export class Tab {
  closed = false;
  hangs = false;
  /** Created once this tab has led. */
  connection: OrdersConnection | null = null;
  phone: OrdersPhone | null = null;
  /** Sign-outs that were reported as done and not followed by a sign-in. */
  signedOut = 0;
  /** Whether it was kicked by another sign-in, or heard of one before it became the leader. */
  knowsElsewhere = false;
  /** What the phone reported of calls, as shown here: `callId type`. */
  readonly callEvents: string[] = [];
  /** The commands that were refused to whoever gave them here. */
  readonly refused: string[] = [];
  readonly #openedAt: number;
  readonly #injector: EnvironmentInjector;
  readonly #store: Store;
  readonly #session: AgentSession;
  readonly #context: () => CommandContext;
  readonly #call: () => MediatelCall | null;

  constructor(
    readonly world: TabWorld,
    readonly name: string,
  ) {
    this.#openedAt = world.time.now;
    const clock = { monotonic: () => world.time.now - this.#openedAt };
    const notify = { notify: () => undefined, runningTick: false };
    const providers = [
      { provide: INJECTOR_SCOPE, useValue: 'root' },
      { provide: ChangeDetectionScheduler, useValue: notify },
      { provide: ErrorHandler, useValue: { handleError: (error: unknown) => world.fault(this, error) } },
      { provide: NgZone, useValue: zoneless },
      { provide: PLATFORM_ID, useValue: 'browser' },
      { provide: DOCUMENT, useValue: document },
      { provide: TAB, useValue: this },
      { provide: MediatelClock, useValue: clock },
      {
        provide: MEDIATEL_CONFIG,
        useValue: resolveConfig({ account: () => this.#askHost(), clericalSeconds: 30 }),
      },
      { provide: MEDIATEL_CALL_CONTACT_HANDLER, useValue: (contact: unknown) => world.contact(this, contact) },
      provideStore({}),
      provideEffects(),
      provideMediatelStore(),
      provideTabs({
        connection: () => Promise.resolve(OrdersConnection),
        softphone: () => Promise.resolve(OrdersPhone),
      }),
    ];
    // What services do at their creation, such as listening, belongs to this tab.
    world.running = this;
    this.#injector = createEnvironmentInjector(providers, null as unknown as EnvironmentInjector);
    this.#store = this.#injector.get(Store);
    this.#session = this.#injector.get(AgentSession);
    this.#context = this.#store.selectSignal(selectCommandContext);
    this.#call = this.#store.selectSignal(selectCall);
    this.#injector
      .get(Actions)
      .pipe(ofType(CommandOutcomes.commandRefused))
      .subscribe(({ command }) => this.refused.push(command));
    this.#injector.get(Softphone).events.subscribe((event) => {
      if ('callId' in event) this.callEvents.push(`${event.callId} ${event.type}`);
    });
    this.drafts = this.#injector.get(CallDrafts);
    this.place = this.#injector.get(LeaderTab);
  }

  readonly drafts: CallDrafts;
  readonly place: LeaderTab;

  get state(): CommandContext {
    return this.#context();
  }

  /** The call as shown, with its disagreements. */
  get call(): MediatelCall | null {
    return this.#call();
  }

  dispatch(action: Action): void {
    this.#store.dispatch(action);
  }

  signIn(): void {
    void this.#session.signIn();
  }

  signOut(): void {
    void this.#session.signOut().then((refusal) => {
      if (refusal === null) this.signedOut += 1;
    });
  }

  #askHost(): Promise<OperatorAccount> {
    if (!this.world.slowHost) return Promise.resolve(account);
    const { world, name } = this;
    return new Promise((resolve) => {
      world.schedule.add({
        lane: `host>${name}`,
        label: `the host answers ${name}`,
        tab: this,
        run: () => resolve(account),
      });
    });
  }

  /** Runs the effects of signals; in the browser they run right after the task. */
  flush(): void {
    if (!this.closed) this.#injector.get(EffectScheduler).flush();
  }

  /** The page ends without a message. */
  close(): void {
    this.closed = true;
    this.world.locks.closed(this);
    this.world.channels.closed(this);
    this.connection?.vanish();
    this.phone?.vanish();
    this.#injector.destroy();
  }
}
