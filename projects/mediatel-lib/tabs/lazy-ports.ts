import { DestroyRef, EnvironmentInjector, ErrorHandler, Injectable, inject, signal } from '@angular/core';
import {
  type AudioLevels,
  type ConnectionMessage,
  type ConnectionState,
  type ForwardOutcome,
  type ForwardedCommand,
  type MediatelAccount,
  LeaderTab,
  type LeaderTabState,
  type SipAccount,
  type SoftphoneEvent,
  noAudioDevices,
  noAudioFacts,
} from 'mediatel-lib/ports';
import { Observable, Subject } from 'rxjs';
import type { ShownPorts } from './shown-ports';
import type { PhoneFacts } from './channel/tab-message';
import type { PortRouter } from './port-router';

/** Questions to the leader are counted in its role each 400 ms: what is shown changes seldom. */
const isSameState = (a: LeaderTabState, b: LeaderTabState): boolean =>
  a.status === b.status &&
  (a.status !== 'following' || b.status !== 'following' || (a.foreign === b.foreign && a.silent === b.silent));

/** Silence. */
const noLevels: AudioLevels = { microphone: 0, remote: 0 };

/**
 * What the ports of this tab show, whoever is behind them, and the way to what is.
 *
 * In every host's first bundle, so it is no more than that: the switch comes with the first `open()`.
 */
@Injectable()
export class LazyPorts extends LeaderTab implements ShownPorts {
  readonly #injector = inject(EnvironmentInjector);
  readonly #faults = inject(ErrorHandler);
  #switch: PortRouter | null = null;
  #loading = false;

  override readonly state = signal<LeaderTabState>({ status: 'off' }, { equal: isSameState });
  override readonly shared = new Subject<unknown>();
  override readonly forwarded = new Subject<ForwardedCommand>();
  override readonly joined = new Subject<void>();
  override readonly returned = new Subject<void>();
  /** The signal of the port in force. */
  readonly connection = signal(signal<ConnectionState>({ status: 'closed' }).asReadonly());
  readonly messages = new Subject<ConnectionMessage>();
  readonly events = new Subject<SoftphoneEvent>();
  readonly facts = signal(
    signal<PhoneFacts>({ devices: noAudioDevices, quality: null, facts: noAudioFacts }).asReadonly(),
  );
  readonly levels = signal(signal(noLevels).asReadonly());
  /** For the tab's own life, so that it can lead. Never sent to another. */
  mediatel: MediatelAccount | null = null;
  sip: SipAccount | null = null;

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.mediatel = this.sip = null;
      this.#switch?.destroy();
    });
  }

  /** What works the ports; `null` until it is loaded. */
  get switch(): PortRouter | null {
    return this.#switch;
  }

  open(account: MediatelAccount): void {
    this.mediatel = account;
    if (this.#switch) this.#switch.open(account);
    else void this.#load();
  }

  override share(note: object): void {
    this.#switch?.share(note);
  }

  override forward(command: object): Promise<ForwardOutcome> {
    return this.#switch?.forward(command) ?? Promise.resolve({ status: 'not-reached' });
  }

  override sayBusy(): void {
    this.#switch?.sayBusy();
  }

  override bringHere(): void {
    this.#switch?.bringHere();
  }

  override certain(): Observable<void> {
    return new Observable((observer) => {
      const emit = (): void => {
        observer.next();
        observer.complete();
      };
      if (this.#switch) this.#switch.whenCertain(emit);
      else emit();
    });
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    // The chunk may be out of reach: `retryNow()` tries again.
    try {
      const { PortRouter } = await import('./port-router');
      const loaded = await PortRouter.load(this.#injector, this);
      this.#switch = loaded;
      if (this.mediatel) loaded.open(this.mediatel);
    } catch (error) {
      this.#faults.handleError(error);
      const detail = error instanceof Error ? error.message : String(error);
      this.connection.set(signal<ConnectionState>({ status: 'unreachable', retryAt: null, detail }));
    } finally {
      this.#loading = false;
    }
  }
}
