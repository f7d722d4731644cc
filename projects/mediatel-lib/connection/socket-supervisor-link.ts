import { ApplicationRef, DestroyRef, Injectable, NgZone, inject, signal } from '@angular/core';
import { Clock, type SupervisorAsk, SupervisorLink, type SupervisorLinkState } from 'mediatel-lib/ports';
import {
  type Presence,
  type SupervisorRequestOutcome,
  decodeSupervisorRequest,
  heartbeatInterval,
  hubNamespaces,
  hubPath,
  hubReconnectDelay,
} from 'mediatel-lib/protocol';
import type { Socket } from 'ngx-socket-io';
import { Subject } from 'rxjs';
import { RECONNECT_POLICY } from './reconnect-policy';
import { Retries } from './retries';

/** The operator's way to the supervisor hub over Socket.IO. A lost connection is tried again (`hubReconnectDelay`). */
@Injectable()
export class SocketSupervisorLink extends SupervisorLink {
  private readonly appRef = inject(ApplicationRef);
  private readonly zone = inject(NgZone);
  private readonly clock = inject(Clock);
  private readonly policy = inject(RECONNECT_POLICY);

  private readonly current = signal<SupervisorLinkState>('closed');
  override readonly state = this.current.asReadonly();
  override readonly connected = new Subject<void>();
  override readonly asks = new Subject<SupervisorAsk>();

  private socket: Socket | null = null;
  private url: string | null = null;
  private attempt = 0;
  private readonly retries = new Retries({ ...this.policy, delay: hubReconnectDelay }, this.clock);
  private sentAt = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => this.close());
  }

  override open(url: string | null): void {
    const status = this.current();
    if (status === 'connecting' || status === 'connected' || status === 'waiting') return;
    this.url = url;
    this.retries.forget();
    void this.connect();
  }

  override close(): void {
    this.abandon();
    this.current.set('closed');
  }

  override publish(presence: Presence): void {
    if (this.current() === 'connected') this.send('presence', presence);
  }

  private send(event: string, data?: Presence): void {
    this.sentAt = this.clock.monotonic();
    if (data) this.socket?.emit(event, data);
    else this.socket?.emit(event);
  }

  private abandon(): void {
    this.attempt += 1;
    clearTimeout(this.timer);
    this.socket?.removeAllListeners();
    this.socket?.disconnect();
    this.socket = null;
  }

  private async connect(): Promise<void> {
    this.abandon();
    const { attempt } = this;
    this.current.set('connecting');
    this.retries.begin();
    // The chunk is fetched over the same network, which may be down.
    try {
      const { Socket } = await import('ngx-socket-io');
      if (attempt !== this.attempt) return;
      this.zone.runOutsideAngular(() => this.listen(new Socket(this.config(), this.appRef)));
    } catch {
      if (attempt === this.attempt) this.retry();
    }
  }

  private config(): ConstructorParameters<typeof Socket>[0] {
    const origin = this.url === null ? location.origin : new URL(this.url, location.href).origin;
    return {
      url: `${origin}${hubNamespaces.tab}`,
      options: {
        path: hubPath,
        withCredentials: true,
        transports: ['websocket'],
        multiplex: false,
        reconnection: false,
        timeout: this.policy.connectTimeout,
      },
    };
  }

  private listen(socket: Socket): void {
    this.socket = socket;
    socket.on('connect', () => {
      this.retries.forget();
      this.current.set('connected');
      this.connected.next();
    });
    socket.on('connect_error', () => this.retry());
    socket.on('disconnect', () => this.retry());
    socket.on('refused', ({ reason }: { readonly reason?: unknown } = {}) => {
      if (reason !== 'superseded' && reason !== 'not-your-presence') return;
      this.abandon();
      this.current.set(reason === 'superseded' ? 'superseded' : 'refused');
    });
    socket.on('request', (asked: unknown, done: unknown) => this.hear(asked, done));
    // The hub's pings come by the network: a hidden tab's own timers may come once a minute.
    socket.ioSocket.io.on('ping', () => {
      if (this.clock.monotonic() - this.sentAt >= heartbeatInterval / 2 && socket.ioSocket.connected) {
        this.send('heartbeat');
      }
    });
  }

  private hear(asked: unknown, done: unknown): void {
    if (typeof done !== 'function') return;
    const answer = (outcome: SupervisorRequestOutcome): void => void done(outcome);
    const { from, request: raw } = (asked ?? {}) as { readonly from?: unknown; readonly request?: unknown };
    const request = decodeSupervisorRequest(raw);
    if (request === null || typeof from !== 'string') return answer({ outcome: 'invalid' });
    this.zone.run(() => this.asks.next({ from, request, answer }));
  }

  private retry(): void {
    this.abandon();
    this.current.set('waiting');
    const delay = this.retries.wait();
    this.zone.runOutsideAngular(() => (this.timer = setTimeout(() => void this.connect(), delay)));
  }
}
