import { ApplicationRef, DestroyRef, NgZone, inject, Injectable, signal } from '@angular/core';
import { Subject } from 'rxjs';
import { AgentConnection, MediatelClock, isLocalNetworkDenied, Retries } from 'mediatel-lib/ports';
import type { ConnectionMessage, ConnectionState, MediatelAccount, SendOutcome } from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { AgentSocket } from './agent-socket';
import { probeAuthorisation } from './authorisation-probe';
import { nextConnectionState } from './next-connection-state';
import type { ConnectionInput } from './next-connection-state';
import { MEDIATEL_RECONNECT_POLICY } from './reconnect-policy';
import { readRemoteConnect } from './remote-connect';

/**
 * The operator's link to Mediatel over Socket.IO 4, by ngx-socket-io loaded at the first `open()`.
 *
 * Options as documented (docs/protocol.md, section 2). A lost connection is tried again by the reconnect policy; each
 * try is a socket of its own.
 */
@Injectable()
export class SocketAgentConnection extends AgentConnection {
  private readonly appRef = inject(ApplicationRef);
  private readonly zone = inject(NgZone);
  private readonly clock = inject(MediatelClock);
  private readonly policy = inject(MEDIATEL_RECONNECT_POLICY);

  private readonly current = signal<ConnectionState>({ status: 'closed' });
  private readonly told = new Subject<ConnectionMessage>();
  override readonly state = this.current.asReadonly();
  override readonly messages = this.told.asObservable();

  private origin: string | null = null;
  private socket: AgentSocket | null = null;
  /** Ends the try under way: its import, its probe, its socket. */
  private attempt: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly retries = new Retries(
    (failures) => this.policy.delay(failures),
    () => this.clock.monotonic(),
  );
  private refusedAt = -Infinity;
  private connections = 0;

  constructor() {
    super();
    const online = (): void => this.online();
    const offline = (): void => this.offline();
    globalThis.addEventListener?.('online', online);
    globalThis.addEventListener?.('offline', offline);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener?.('online', online);
      globalThis.removeEventListener?.('offline', offline);
      this.close();
      this.told.complete();
    });
  }

  override open(account: MediatelAccount): void {
    const { status } = this.current();
    const origin = originOf(account.url);
    if (origin === null) {
      this.close();
      this.enter({ type: 'failed', detail: `not an address: ${account.url}`, retryAt: null });
      return;
    }
    if (origin === this.origin && (status === 'connected' || status === 'connecting')) return;
    // Another server has refused nothing yet.
    if (origin !== this.origin) this.refusedAt = -Infinity;
    this.origin = origin;
    this.retries.forget();
    if (status !== 'unauthorised') this.enter({ type: 'closed' });
    this.tryNow();
  }

  override close(): void {
    this.abandon();
    this.origin = null;
    this.enter({ type: 'closed' });
  }

  /** Also drops a connected socket and opens another: a link that swallows commands is half open. */
  override retryNow(): void {
    if (this.origin !== null) this.tryNow();
  }

  override send(request: AgentRequest): SendOutcome {
    if (this.socket?.send(request)) return { sent: true };
    // Socket.IO said connected and was wrong: the machine slept.
    if (this.current().status === 'connected') this.lost('the connection had gone silent');
    return { sent: false, reason: 'not-connected' };
  }

  private online(): void {
    if (this.current().status === 'unreachable' && this.origin !== null) this.tryIn(this.policy.delayOnline());
  }

  /** What is sent until the next overdue ping would never arrive; Socket.IO itself does not listen on localhost, nor while it connects. */
  private offline(): void {
    const { status } = this.current();
    if (status === 'connected' || status === 'connecting') this.lost('the network is gone');
  }

  private tryNow(): void {
    // Also for a host that opens anew at once at each 403.
    const wait = this.refusedAt + this.policy.unauthorisedInterval - this.clock.monotonic();
    if (wait > 0) this.tryIn(wait);
    else void this.connect();
  }

  private tryIn(delay: number): void {
    this.abandon();
    this.zone.runOutsideAngular(() => (this.timer = setTimeout(() => void this.connect(), delay)));
  }

  private abandon(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.attempt?.abort();
    this.attempt = null;
    this.socket?.drop();
    this.socket = null;
  }

  private async connect(): Promise<void> {
    this.abandon();
    const { origin } = this;
    if (origin === null) return;
    const attempt = (this.attempt = new AbortController());
    // Refused before: asking over HTTP is the try, so that there is one in each interval, not two.
    if (this.current().status === 'unauthorised' && (await this.refused(origin, attempt))) return;
    if (attempt.signal.aborted) return;
    this.retries.begin();
    this.enter({ type: 'opening' });
    // The chunk is fetched over the same network, which may be down.
    try {
      const { Socket } = await import('ngx-socket-io');
      if (attempt.signal.aborted) return;
      this.zone.runOutsideAngular(() => {
        this.socket = new AgentSocket(Socket, origin, this.policy.connectTimeout, this.appRef, {
          connected: () => this.connected(),
          snapshot: (data) => this.snapshot(data),
          agentUnavailable: () => this.tell({ type: 'agentUnavailable' }),
          remoteConnect: (data) => this.tell(readRemoteConnect(data)),
          kicked: (detail) => this.enter({ type: 'kicked', detail }),
          lost: (detail) => void this.socketLost(origin, attempt, detail),
        });
      });
    } catch (error) {
      if (!attempt.signal.aborted) this.lost(error instanceof Error ? error.message : String(error));
    }
  }

  private connected(): void {
    this.retries.forget();
    this.connections += 1;
    this.enter({ type: 'connected' });
  }

  private snapshot(data: unknown): void {
    this.tell({ type: 'snapshot', data, receivedAt: this.clock.monotonic(), connection: this.connections });
  }

  private async socketLost(origin: string, attempt: AbortController, detail: string): Promise<void> {
    // A connection that stood is said to be lost at once; why a handshake failed must be asked.
    if (this.current().status === 'connected') return this.lost(detail);
    if (await this.refused(origin, attempt)) return;
    const blocked = await isLocalNetworkDenied();
    if (!attempt.signal.aborted) this.lost(detail, blocked);
  }

  /** Asks whether the cookie is refused; if so, the next question follows no sooner than the policy's interval. */
  private async refused(origin: string, attempt: AbortController): Promise<boolean> {
    const limit = AbortSignal.timeout(this.policy.probeTimeout);
    const answer = await probeAuthorisation(origin, AbortSignal.any([attempt.signal, limit]));
    if (attempt.signal.aborted || answer !== 'refused') return false;
    this.refusedAt = this.clock.monotonic();
    this.enter({ type: 'refused' });
    this.tryIn(this.policy.unauthorisedInterval);
    return true;
  }

  private lost(detail: string, blocked = false): void {
    const delay = this.retries.wait();
    this.tryIn(delay);
    const retryAt = this.clock.monotonic() + delay;
    this.enter({ ...{ type: 'failed', detail, retryAt }, ...(blocked && { blocked: true }) });
  }

  private enter(input: ConnectionInput): void {
    this.zone.run(() => this.current.update((state) => nextConnectionState(state, input)));
  }

  private tell(message: ConnectionMessage): void {
    this.zone.run(() => this.told.next(message));
  }
}

/** A path would be taken for a Socket.IO namespace, so only the origin is used; a relative address means the page's. */
function originOf(url: string): string | null {
  const base = typeof location === 'undefined' ? undefined : location.href;
  return URL.canParse(url, base) ? new URL(url, base).origin : null;
}
