import { isPlatformServer } from '@angular/common';
import {
  ApplicationRef,
  DestroyRef,
  Injectable,
  InjectionToken,
  NgZone,
  PLATFORM_ID,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { MediatelClock } from 'mediatel-lib/ports';
import {
  type AlertAcknowledgement,
  type AuditEntry,
  type BoardRights,
  type HubDelta,
  type HubSnapshot,
  type OperatorPauses,
  type SupervisorRequest,
  type SupervisorRequestOutcome,
  type TimelinesAnswer,
  type TimelinesWanted,
  type TotalsAnswer,
  type TotalsWanted,
  boardReconnection,
  hubNamespaces,
  hubPath,
  hubReconnectDelay,
} from 'mediatel-lib/hub-protocol';
import type { Socket } from 'ngx-socket-io';
import { Subject } from 'rxjs';
import {
  type HubClientEffect,
  type HubClientEvent,
  type HubClientStatus,
  nextHubClientStatus,
} from './next-hub-client-status';

/** The hub's address. Only its origin counts. `null`, the default, is the page's origin. */
export const MEDIATEL_HUB_URL = new InjectionToken<string | null>('MEDIATEL_HUB_URL', {
  providedIn: 'root',
  factory: () => null,
});

/** A message of the hub: its snapshot (`picture`) or a delta (`frame`). */
export type HubMessage =
  { readonly type: 'picture'; readonly picture: HubSnapshot } | { readonly type: 'frame'; readonly frame: HubDelta };

/** How long an answer of the hub is awaited (ms). The hub waits 5 s for the operator's tab. */
const requestTimeout = 7_000;
/** How long an operator's pauses are awaited (ms). The hub waits 1.5 s for the tab; an earlier hub never answers. */
const pausesTimeout = 2_500;

/** A supervisor's connection to the hub. Deltas that come before a connection's snapshot are dropped. */
@Injectable({ providedIn: 'root' })
export class HubClient {
  readonly #appRef = inject(ApplicationRef);
  readonly #zone = inject(NgZone);
  readonly #clock = inject(MediatelClock);
  readonly #address = inject(MEDIATEL_HUB_URL);
  readonly #isServer = isPlatformServer(inject(PLATFORM_ID));
  readonly #status = signal<HubClientStatus>('closed');
  readonly #rights = signal<BoardRights | null>(null);
  readonly #acknowledgements = signal<readonly AlertAcknowledgement[]>([]);
  readonly #heardAt = signal<number | null>(null);
  readonly #messages = new Subject<HubMessage>();
  #socket: Socket | null = null;
  #attempt = 0;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #offset: number | null = null;
  #users = 0;

  /** State of the connection. */
  readonly status = this.#status.asReadonly();
  /** What this supervisor may see and request; `null` before the first snapshot. */
  readonly rights = this.#rights.asReadonly();
  /** Alerts that supervisors have taken. */
  readonly acknowledgements = this.#acknowledgements.asReadonly();
  /** Time of the hub's last message: milliseconds since the epoch, by the hub's clock; `null` before the first. */
  readonly heardAt = this.#heardAt.asReadonly();
  /** The hub's snapshots and deltas, in order, outside Angular's zone. */
  readonly messages = this.#messages.asObservable();

  constructor() {
    const online = (): void => this.#enter('online');
    globalThis.addEventListener?.('online', online);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener?.('online', online);
      this.close();
    });
  }

  /** The hub's present time: milliseconds since the epoch; `null` before its first message. */
  now(): number | null {
    return this.#offset === null ? null : this.#clock.monotonic() + this.#offset;
  }

  /** Keeps the connection open until its last user is destroyed. A view that replaces another takes the connection over. */
  useIn(destroyRef: DestroyRef): void {
    this.#users += 1;
    this.open();
    destroyRef.onDestroy(() => {
      this.#users -= 1;
      queueMicrotask(() => {
        if (this.#users === 0) this.close();
      });
    });
  }

  /** Connects to the hub. Does nothing unless the connection is closed or refused, and nothing on a server. */
  open(): void {
    if (this.#isServer) return;
    this.#enter('open');
  }

  /** Connects again at once, without waiting for the next attempt. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#enter('retry');
  }

  /** Closes the connection. */
  close(): void {
    this.#enter('close');
  }

  /** Sends a request to an operator's tab. Never rejects: without a connection the outcome is `away`. */
  async request(operator: string, request: SupervisorRequest): Promise<SupervisorRequestOutcome> {
    const socket = this.#socket?.ioSocket;
    if (!socket || this.#status() !== 'connected') return { outcome: 'away' };
    try {
      return await socket.timeout(requestTimeout).emitWithAck('request', { operator, request });
    } catch {
      // The connection is lost, or the hub is too busy: for the supervisor it is the same.
      return { outcome: 'away' };
    }
  }

  /**
   * The pauses that an operator's desk offers now. Resolves with `null` if nobody names them, for example a desk of an
   * earlier version; never rejects.
   */
  pauses(operator: string): Promise<OperatorPauses | null> {
    return this.#request('pauses', pausesTimeout, operator);
  }

  /** Timelines of some operators. Resolves with `null` if the hub has no answer now; never rejects. */
  timelines(wanted: TimelinesWanted): Promise<TimelinesAnswer | null> {
    return this.#request('timeline', requestTimeout, wanted);
  }

  /** A page of all operators' totals. Resolves with `null` if the hub has no answer now; never rejects. */
  totals(wanted: TotalsWanted): Promise<TotalsAnswer | null> {
    return this.#request('totals', requestTimeout, wanted);
  }

  /** Takes an alert. Resolves with `false` if its condition has ended, `null` if the hub does not answer; never rejects. */
  acknowledge(operator: string, condition: string): Promise<boolean | null> {
    return this.#request('acknowledge', requestTimeout, { operator, condition });
  }

  /** The audit log, the newest first. Resolves with `null` if the hub has no answer now; never rejects. */
  audit(): Promise<readonly AuditEntry[] | null> {
    return this.#request('audit', requestTimeout);
  }

  async #request<Answer>(
    event: 'pauses' | 'timeline' | 'totals' | 'audit' | 'acknowledge',
    limit: number,
    ...wanted: readonly unknown[]
  ): Promise<Answer | null> {
    const socket = this.#socket?.ioSocket;
    if (!socket || this.#status() !== 'connected') return null;
    try {
      return await socket.timeout(limit).emitWithAck(event, ...wanted);
    } catch {
      // The connection is lost, or the hub is too busy.
      return null;
    }
  }

  /** Makes the transition for an event and carries out its effects. `code` comes with the event `fetched`. */
  #enter(event: HubClientEvent, code: typeof Socket | null = null): void {
    const { status, effects } = nextHubClientStatus(untracked(this.#status), event);
    this.#status.set(status);
    for (const effect of effects) this.#carryOut(effect, code);
  }

  #carryOut(effect: HubClientEffect, code: typeof Socket | null): void {
    switch (effect) {
      case 'forgetFailures':
        this.#failures = 0;
        return;
      case 'fetch':
        return void this.#fetch();
      case 'fetchLater':
        return this.#fetchLater();
      case 'dial':
        return code ? this.#dial(code) : undefined;
      case 'reconnect':
        this.#socket?.connect();
        return;
      case 'redial':
        this.#socket?.disconnect();
        this.#socket?.connect();
        return;
      case 'drop':
        return this.#drop();
    }
  }

  async #fetch(): Promise<void> {
    const attempt = (this.#attempt += 1);
    try {
      const { Socket } = await import('ngx-socket-io');
      if (attempt === this.#attempt) this.#enter('fetched', Socket);
    } catch {
      // The chunk is fetched over the same network, which may be down.
      if (attempt === this.#attempt) this.#enter('fetchFailed');
    }
  }

  #fetchLater(): void {
    const delay = hubReconnectDelay(this.#failures);
    this.#failures += 1;
    this.#zone.runOutsideAngular(() => (this.#timer = setTimeout(() => this.#enter('fetchDue'), delay)));
  }

  #drop(): void {
    this.#attempt += 1;
    clearTimeout(this.#timer);
    // On the inner socket, because the wrapper's call removes no listeners without a name.
    this.#socket?.ioSocket.removeAllListeners();
    this.#socket?.disconnect();
    this.#socket = null;
  }

  #dial(Code: typeof Socket): void {
    const origin = new URL(this.#address ?? location.origin, location.href).origin;
    const config = {
      url: `${origin}${hubNamespaces.board}`,
      options: {
        path: hubPath,
        withCredentials: true,
        transports: ['websocket'],
        multiplex: false,
        ...boardReconnection,
      },
    };
    this.#zone.runOutsideAngular(() => this.#listen(new Code(config, this.#appRef)));
  }

  #listen(socket: Socket): void {
    this.#socket = socket;
    socket.on('disconnect', (reason: string) => {
      this.#enter(reason === 'io server disconnect' ? 'endedByHub' : 'lost');
    });
    socket.on('connect_error', ({ message }: Error) => {
      this.#enter(message === 'not-a-supervisor' || message === 'not-authorised' ? 'notAllowed' : 'lost');
    });
    socket.on('picture', (picture: HubSnapshot) => {
      this.#updateClock(picture.at);
      this.#rights.set(picture.rights);
      this.#enter('picture');
      this.#messages.next({ type: 'picture', picture });
    });
    socket.on('acknowledgements', (all: readonly AlertAcknowledgement[]) => this.#acknowledgements.set(all));
    socket.on('frame', (frame: HubDelta) => {
      this.#updateClock(frame.at);
      if (untracked(this.#status) === 'connected') this.#messages.next({ type: 'frame', frame });
    });
  }

  /** Estimates the clocks' difference from the fastest message. After a jump the hub is another one, or its clock was set. */
  #updateClock(at: number): void {
    this.#heardAt.set(at);
    const offset = at - this.#clock.monotonic();
    if (this.#offset === null || offset > this.#offset || this.#offset - offset > 5_000) this.#offset = offset;
  }
}
