import { ApplicationRef, DestroyRef, NgZone, inject, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import {
  AgentConnection,
  MediatelClock,
  isLocalNetworkDenied,
  Retries,
  type ConnectionMessage,
  type ConnectionState,
  type MediatelAccount,
  type SendOutcome,
} from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { AgentSocket } from './agent-socket';
import { probeAuthorisation } from './authorisation-probe';
import { nextConnectionState, type ConnectionInput } from './next-connection-state';
import { injectReconnectPolicy } from './inject-reconnect-policy';
import { readRemoteConnect } from './remote-connect';

/**
 * The operator's connection to Mediatel over Socket.IO 4. It loads ngx-socket-io at the first `open()`.
 *
 * The options are as documented (docs/protocol.md, section 2). After a loss it retries by the reconnect policy. Each
 * try uses a new socket.
 */
@Injectable()
export class SocketAgentConnection extends AgentConnection {
  readonly #appRef = inject(ApplicationRef);
  readonly #zone = inject(NgZone);
  readonly #clock = inject(MediatelClock);
  readonly #policy = injectReconnectPolicy();

  readonly #current = signal<ConnectionState>({ status: 'closed' });
  readonly #received = new Subject<ConnectionMessage>();
  /** State of the connection. */
  override readonly state = this.#current.asReadonly();
  /** The server's messages in the order of arrival. */
  override readonly messages = this.#received.asObservable();

  #origin: string | null = null;
  #socket: AgentSocket | null = null;
  /** Aborts the current try: its import, its probe, its socket. */
  #attempt: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #retries = new Retries(
    (failures) => this.#policy.delay(failures),
    () => this.#clock.monotonic(),
  );
  #refusedAt = -Infinity;
  #connections = 0;

  constructor() {
    super();
    const online = (): void => this.#online();
    const offline = (): void => this.#offline();
    globalThis.addEventListener?.('online', online);
    globalThis.addEventListener?.('offline', offline);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener?.('online', online);
      globalThis.removeEventListener?.('offline', offline);
      this.close();
      this.#received.complete();
    });
  }

  /** Opens the connection to the origin of `account.url`. It does not log in. */
  override open(account: MediatelAccount): void {
    const { status } = this.#current();
    const origin = originOf(account.url);
    if (origin === null) {
      this.close();
      this.#enter({ type: 'failed', detail: `not an address: ${account.url}`, retryAt: null });
      return;
    }
    if (origin === this.#origin && (status === 'connected' || status === 'connecting')) return;
    // Another server has not refused this cookie yet.
    if (origin !== this.#origin) this.#refusedAt = -Infinity;
    this.#origin = origin;
    this.#retries.forget();
    if (status !== 'unauthorised') this.#enter({ type: 'closed' });
    this.#tryNow();
  }

  /** Closes the connection and stops retries. */
  override close(): void {
    this.#abandon();
    this.#origin = null;
    this.#enter({ type: 'closed' });
  }

  /** Tries at once. It replaces a connected socket too, since one that leaves commands unanswered is half open. */
  override retryNow(): void {
    if (this.#origin !== null) this.#tryNow();
  }

  /** Sends a request if connected. If the socket turns out dead, the connection counts as lost. */
  override send(request: AgentRequest): SendOutcome {
    if (this.#socket?.send(request)) return { sent: true };
    // Socket.IO reported a connection that was dead: the machine slept.
    if (this.#current().status === 'connected') this.#lost('the connection had gone silent');
    return { sent: false, reason: 'not-connected' };
  }

  #online(): void {
    if (this.#current().status === 'unreachable' && this.#origin !== null) this.#tryIn(this.#policy.delayOnline());
  }

  /**
   * Closes the connection at once: until the next overdue ping, nothing sent would arrive. Socket.IO itself ignores
   * `offline` on localhost and while it connects.
   */
  #offline(): void {
    const { status } = this.#current();
    if (status === 'connected' || status === 'connecting') this.#lost('the network is gone');
  }

  #tryNow(): void {
    // The interval also holds for a host that calls `open()` after each 403.
    const wait = this.#refusedAt + this.#policy.unauthorisedInterval - this.#clock.monotonic();
    if (wait > 0) this.#tryIn(wait);
    else void this.#connect();
  }

  #tryIn(delay: number): void {
    this.#abandon();
    this.#zone.runOutsideAngular(() => (this.#timer = setTimeout(() => void this.#connect(), delay)));
  }

  #abandon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#attempt?.abort();
    this.#attempt = null;
    this.#socket?.drop();
    this.#socket = null;
  }

  async #connect(): Promise<void> {
    this.#abandon();
    const origin = this.#origin;
    if (origin === null) return;
    const attempt = (this.#attempt = new AbortController());
    // After a 403, the HTTP probe is the try: one request in each interval, not two.
    if (this.#current().status === 'unauthorised' && (await this.#refused(origin, attempt))) return;
    if (attempt.signal.aborted) return;
    this.#retries.begin();
    this.#enter({ type: 'opening' });
    // The chunk comes over the same network, which may be down.
    try {
      const { Socket } = await import('ngx-socket-io');
      if (attempt.signal.aborted) return;
      this.#zone.runOutsideAngular(() => {
        this.#socket = new AgentSocket(Socket, origin, this.#policy.connectTimeout, this.#appRef, {
          connected: () => this.#connected(),
          snapshot: (data) => this.#snapshot(data),
          agentUnavailable: () => this.#emitMessage({ type: 'agentUnavailable' }),
          remoteConnect: (data) => this.#emitMessage(readRemoteConnect(data)),
          kicked: (detail) => this.#enter({ type: 'kicked', detail }),
          lost: (detail) => void this.#socketLost(origin, attempt, detail),
        });
      });
    } catch (error) {
      if (!attempt.signal.aborted) this.#lost(error instanceof Error ? error.message : String(error));
    }
  }

  #connected(): void {
    this.#retries.forget();
    this.#connections += 1;
    this.#enter({ type: 'connected' });
  }

  #snapshot(data: unknown): void {
    this.#emitMessage({ type: 'snapshot', data, receivedAt: this.#clock.monotonic(), connection: this.#connections });
  }

  async #socketLost(origin: string, attempt: AbortController, detail: string): Promise<void> {
    // A lost connection is reported at once. Why a handshake failed needs a probe.
    if (this.#current().status === 'connected') return this.#lost(detail);
    if (await this.#refused(origin, attempt)) return;
    const blocked = await isLocalNetworkDenied();
    if (!attempt.signal.aborted) this.#lost(detail, blocked);
  }

  /** Probes whether the server refuses the cookie. If so, the next probe follows after the policy's interval. */
  async #refused(origin: string, attempt: AbortController): Promise<boolean> {
    const limit = AbortSignal.timeout(this.#policy.probeTimeout);
    const answer = await probeAuthorisation(origin, AbortSignal.any([attempt.signal, limit]));
    if (attempt.signal.aborted || answer !== 'refused') return false;
    this.#refusedAt = this.#clock.monotonic();
    this.#enter({ type: 'refused' });
    this.#tryIn(this.#policy.unauthorisedInterval);
    return true;
  }

  #lost(detail: string, blocked = false): void {
    const delay = this.#retries.wait();
    const retryAt = this.#clock.monotonic() + delay;
    this.#tryIn(delay);
    this.#enter({ ...{ type: 'failed', detail, retryAt }, ...(blocked && { blocked: true }) });
  }

  #enter(input: ConnectionInput): void {
    this.#zone.run(() => this.#current.update((state) => nextConnectionState(state, input)));
  }

  #emitMessage(message: ConnectionMessage): void {
    this.#zone.run(() => this.#received.next(message));
  }
}

/**
 * The origin of the address: Socket.IO would take a path for a namespace. A relative address means the page's origin.
 */
function originOf(url: string): string | null {
  const base = typeof location === 'undefined' ? undefined : location.href;
  return URL.canParse(url, base) ? new URL(url, base).origin : null;
}
