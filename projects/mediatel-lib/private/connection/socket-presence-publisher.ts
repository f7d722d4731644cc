import { ApplicationRef, DestroyRef, Injectable, NgZone, inject, signal, untracked } from '@angular/core';
import {
  MediatelClock,
  type IncomingSupervisorRequest,
  PresencePublisher,
  type PresencePublisherState,
  Retries,
} from 'mediatel-lib/ports';
import {
  type OperatorPauses,
  type Presence,
  type SupervisorRequestOutcome,
  decodeSupervisorRequest,
  heartbeatInterval,
  hubNamespaces,
  hubPath,
  hubReconnectDelay,
} from 'mediatel-lib/hub-protocol';
import type { Socket } from 'ngx-socket-io';
import { Subject } from 'rxjs';
import { probeAuthorisation } from './authorisation-probe';
import { type PublisherEffect, type PublisherEvent, nextPublisherState } from './next-publisher-state';
import { injectReconnectPolicy } from './inject-reconnect-policy';

/**
 * Publishes the operator's presence to the supervisor hub over Socket.IO.
 *
 * A lost connection is retried (`hubReconnectDelay`), and soon after the browser's `online` event.
 */
@Injectable()
export class SocketPresencePublisher extends PresencePublisher {
  readonly #appRef = inject(ApplicationRef);
  readonly #zone = inject(NgZone);
  readonly #clock = inject(MediatelClock);
  readonly #policy = injectReconnectPolicy();

  readonly #current = signal<PresencePublisherState>('closed');
  /** State of the connection to the hub. */
  override readonly state = this.#current.asReadonly();
  /** Emits each time a connection opens. */
  override readonly connected = new Subject<void>();
  /** Supervisors' requests to this operator. */
  override readonly requests = new Subject<IncomingSupervisorRequest>();
  /** Emits when a supervisor wants to choose a pause. */
  override readonly pausesWanted = new Subject<(pauses: OperatorPauses) => void>();

  #socket: Socket | null = null;
  #url: string | null = null;
  /** Aborts the current try: its import, its probe, its socket. */
  #attempt = new AbortController();
  readonly #retries = new Retries(hubReconnectDelay, () => this.#clock.monotonic());
  #sentAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const online = (): void => this.#enter('online');
    globalThis.addEventListener?.('online', online);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener?.('online', online);
      this.close();
    });
  }

  /** Connects to the hub at the URL; `null` means the page's own origin. It does nothing while open. */
  override open(url: string | null): void {
    this.#enter('open', url);
  }

  /** Closes the connection and stops retries. */
  override close(): void {
    this.#enter('close');
  }

  /** Sends a presence if connected; else drops it. */
  override publish(presence: Presence): void {
    if (this.#current() === 'connected') this.#send('presence', presence);
  }

  #send(event: string, data?: Presence): void {
    this.#sentAt = this.#clock.monotonic();
    if (data) this.#socket?.emit(event, data);
    else this.#socket?.emit(event);
  }

  /** `url`: the hub's address, if the event begins a try. */
  #enter(event: PublisherEvent, url = this.#url): void {
    const { state, effects } = nextPublisherState(untracked(this.#current), event);
    this.#current.set(state);
    for (const effect of effects) this.#carryOut(effect, url);
  }

  #carryOut(effect: PublisherEffect, url: string | null): void {
    switch (effect) {
      case 'forgetFailures':
        return this.#retries.forget();
      case 'begin':
        return this.#begin(url);
      case 'dial':
        return void this.#dial(this.#attempt);
      case 'askCookie':
        return void this.#askCookie(this.#attempt);
      case 'retryLater':
        return this.#retryIn(this.#retries.wait());
      case 'retrySoon':
        return this.#retryIn(this.#policy.delayOnline());
      case 'abandon':
        return this.#abandon();
      case 'reportConnected':
        return this.connected.next();
    }
  }

  #abandon(): void {
    this.#attempt.abort();
    clearTimeout(this.#timer);
    this.#socket?.disconnect();
    this.#socket = null;
  }

  #begin(url: string | null): void {
    this.#abandon();
    this.#url = url;
    this.#attempt = new AbortController();
    this.#retries.begin();
  }

  async #dial(attempt: AbortController): Promise<void> {
    // The chunk comes over the same network, which may be down.
    try {
      const { Socket } = await import('ngx-socket-io');
      if (attempt.signal.aborted) return;
      this.#zone.runOutsideAngular(() => this.#listen(new Socket(this.#config(), this.#appRef)));
    } catch {
      if (!attempt.signal.aborted) this.#enter('lost');
    }
  }

  /** Checks over HTTP whether the hub accepts the cookie, since a browser does not report why a handshake failed. */
  async #askCookie(attempt: AbortController): Promise<void> {
    const limit = AbortSignal.timeout(this.#policy.probeTimeout);
    const answer = await probeAuthorisation(this.#origin(), AbortSignal.any([attempt.signal, limit]), hubPath);
    if (!attempt.signal.aborted) this.#enter(answer === 'refused' ? 'cookieRefused' : 'cookieNotRefused');
  }

  #origin(): string {
    return this.#url === null ? location.origin : new URL(this.#url, location.href).origin;
  }

  #config(): ConstructorParameters<typeof Socket>[0] {
    return {
      url: `${this.#origin()}${hubNamespaces.tab}`,
      options: {
        path: hubPath,
        withCredentials: true,
        transports: ['websocket'],
        multiplex: false,
        reconnection: false,
        timeout: this.#policy.connectTimeout,
      },
    };
  }

  /**
   * Listens to the socket. It ignores events of an aborted try: `disconnect()` fires one too, which must not start a
   * retry.
   */
  #listen(socket: Socket): void {
    const attempt = this.#attempt;
    this.#socket = socket;
    const on = <Data extends unknown[]>(event: string, hear: (...data: Data) => void): void =>
      void socket.on(event, (...data: Data) => {
        if (!attempt.signal.aborted) hear(...data);
      });
    on('connect', () => this.#enter('connected'));
    on('connect_error', () => this.#enter('handshakeFailed'));
    on('disconnect', () => this.#enter('lost'));
    on('refused', (refusal: unknown) => {
      const { reason } = (refusal ?? {}) as { readonly reason?: unknown };
      if (reason === 'superseded') this.#enter('superseded');
      if (reason === 'not-your-presence') this.#enter('notOurs');
    });
    on('request', (asked: unknown, done: unknown) => this.#handleRequest(asked, done));
    on('pauses', (done: unknown) => {
      if (typeof done === 'function') this.pausesWanted.next((pauses) => void done(pauses));
    });
    // The hub's pings come over the network. A hidden tab's own timers may fire only once a minute.
    socket.ioSocket.io.on('ping', () => {
      if (attempt.signal.aborted || !socket.ioSocket.connected) return;
      if (this.#clock.monotonic() - this.#sentAt >= heartbeatInterval / 2) this.#send('heartbeat');
    });
  }

  #handleRequest(asked: unknown, done: unknown): void {
    if (typeof done !== 'function') return;
    const answer = (outcome: SupervisorRequestOutcome): void => void done(outcome);
    const {
      from,
      name,
      request: raw,
    } = (asked ?? {}) as {
      readonly from?: unknown;
      readonly name?: unknown;
      readonly request?: unknown;
    };
    const request = decodeSupervisorRequest(raw);
    if (request === null || typeof from !== 'string') return answer({ outcome: 'invalid' });
    const named = typeof name === 'string' && name !== '' ? { name } : {};
    this.#zone.run(() => this.requests.next({ from, ...named, request, answer }));
  }

  #retryIn(delay: number): void {
    this.#abandon();
    this.#zone.runOutsideAngular(() => (this.#timer = setTimeout(() => this.#enter('retryDue'), delay)));
  }
}
