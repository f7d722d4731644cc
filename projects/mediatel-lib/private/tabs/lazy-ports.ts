import { DestroyRef, EnvironmentInjector, ErrorHandler, Injectable, inject, signal } from '@angular/core';
import {
  type AudioLevels,
  type CallMove,
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
import { TAB_PORTS } from './tab-ports';

/** Compares without the role's counter of unanswered questions, which changes every 400 ms. */
const isSameState = (a: LeaderTabState, b: LeaderTabState): boolean =>
  a.status === b.status &&
  (a.status !== 'following' || b.status !== 'following' || (a.foreign === b.foreign && a.silent === b.silent));

/** Levels of silence. */
const noLevels: AudioLevels = { microphone: 0, remote: 0 };

/**
 * The state that this tab's ports show, whichever tab is the phone, and the access to `PortRouter`.
 *
 * It is in every host's first bundle, so it stays small: the router is loaded with the first `open()`.
 */
@Injectable()
export class LazyPorts extends LeaderTab implements ShownPorts {
  readonly #injector = inject(EnvironmentInjector);
  readonly #ports = inject(TAB_PORTS);
  readonly #faults = inject(ErrorHandler);
  #switch: PortRouter | null = null;
  #loading = false;

  /** State of the leader election. */
  override readonly state = signal<LeaderTabState>({ status: 'off' }, { equal: isSameState });
  override readonly callMove = signal<CallMove | null>(null);
  override readonly shared = new Subject<unknown>();
  override readonly forwarded = new Subject<ForwardedCommand>();
  override readonly joined = new Subject<void>();
  override readonly returned = new Subject<void>();
  /** The connection's state signal: the real port's, or the mirrored one. */
  readonly connection = signal(signal<ConnectionState>({ status: 'closed' }).asReadonly());
  readonly messages = new Subject<ConnectionMessage>();
  readonly events = new Subject<SoftphoneEvent>();
  readonly facts = signal(
    signal<PhoneFacts>({ devices: noAudioDevices, quality: null, facts: noAudioFacts }).asReadonly(),
  );
  readonly levels = signal(signal(noLevels).asReadonly());
  commandTarget: ShownPorts['commandTarget'] = null;
  requestTarget: ShownPorts['requestTarget'] = null;
  /** The accounts for this tab's own use, so that it can lead. Never sent to another tab. */
  mediatel: MediatelAccount | null = null;
  sip: SipAccount | null = null;
  isPhoneKeptOff = false;

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.mediatel = this.sip = null;
      this.#switch?.destroy();
    });
  }

  /** The router behind the ports; `null` until it is loaded. */
  get switch(): PortRouter | null {
    return this.#switch;
  }

  open(account: MediatelAccount): void {
    this.mediatel = account;
    if (this.#switch) this.#switch.open(account);
    else void this.load();
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

  override keepPhoneOff(isKeptOff: boolean): void {
    this.isPhoneKeptOff = isKeptOff;
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

  /** Loads the router. It may be unreachable: that is reported if an account waits for it, and `open()` tries again. */
  async load(): Promise<void> {
    if (this.#loading || this.#switch) return;
    this.#loading = true;
    try {
      const { connection, softphone } = this.#ports;
      // At once: one after the other, each would wait for its turn in a page that is busy with its own start.
      const [{ PortRouter }, ...own] = await Promise.all([import('./port-router'), connection(), softphone()]);
      this.#switch = new PortRouter(this.#injector, this, ...own);
      if (this.mediatel) this.#switch.open(this.mediatel);
    } catch (error) {
      if (!this.mediatel) return;
      this.#faults.handleError(error);
      const detail = error instanceof Error ? error.message : String(error);
      this.connection.set(signal<ConnectionState>({ status: 'unreachable', retryAt: null, detail }));
    } finally {
      this.#loading = false;
    }
  }
}
