import {
  ApplicationRef,
  DestroyRef,
  Injectable,
  InjectionToken,
  NgZone,
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

/** The hub's address, of which the origin counts; `null`, the default: the page's own. */
export const MEDIATEL_HUB_URL = new InjectionToken<string | null>('MEDIATEL_HUB_URL', {
  providedIn: 'root',
  factory: () => null,
});

export type HubMessage =
  { readonly type: 'picture'; readonly picture: HubSnapshot } | { readonly type: 'frame'; readonly frame: HubDelta };

/** Milliseconds an outcome is waited for: the hub itself waits 5 s for the operator's tab. */
const requestTimeout = 7_000;

/** A supervisor's connection to the hub. What is heard before the picture of a connection is not passed on. */
@Injectable({ providedIn: 'root' })
export class HubClient {
  readonly #appRef = inject(ApplicationRef);
  readonly #zone = inject(NgZone);
  readonly #clock = inject(MediatelClock);
  readonly #address = inject(MEDIATEL_HUB_URL);
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

  readonly status = this.#status.asReadonly();
  /** `null` before the first picture. */
  readonly rights = this.#rights.asReadonly();
  /** Alerts that supervisors have taken on. */
  readonly acknowledgements = this.#acknowledgements.asReadonly();
  /** The hub's time of its last message, milliseconds since the epoch; `null` before the first. */
  readonly heardAt = this.#heardAt.asReadonly();
  /** Outside of the zone, as they come. */
  readonly messages = this.#messages.asObservable();

  constructor() {
    const online = (): void => this.#enter('online');
    globalThis.addEventListener?.('online', online);
    inject(DestroyRef).onDestroy(() => {
      globalThis.removeEventListener?.('online', online);
      this.close();
    });
  }

  /** The hub's clock now, milliseconds since the epoch; `null` before the hub has said it. */
  now(): number | null {
    return this.#offset === null ? null : this.#clock.monotonic() + this.#offset;
  }

  /** Keeps the connection open for as long as one of its users is there; a view that follows another takes it over. */
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

  open(): void {
    this.#enter('open');
  }

  close(): void {
    this.#enter('close');
  }

  /** Asks something of an operator's tab. Never rejects: without a connection nobody answers. */
  async request(operator: string, request: SupervisorRequest): Promise<SupervisorRequestOutcome> {
    const socket = this.#socket?.ioSocket;
    if (!socket || this.#status() !== 'connected') return { outcome: 'away' };
    try {
      return await socket.timeout(requestTimeout).emitWithAck('request', { operator, request });
    } catch {
      // The connection was lost, or the hub is too busy to say: to the supervisor the same.
      return { outcome: 'away' };
    }
  }

  /** What these operators did when; `null`: not to be had now. Never rejects. */
  timelines(wanted: TimelinesWanted): Promise<TimelinesAnswer | null> {
    return this.#request('timeline', wanted);
  }

  /** A page of everybody's totals; `null`: not to be had now. Never rejects. */
  totals(wanted: TotalsWanted): Promise<TotalsAnswer | null> {
    return this.#request('totals', wanted);
  }

  /** Takes an alert on. Never rejects; `false`: the condition has ended; `null`: the hub does not answer. */
  acknowledge(operator: string, condition: string): Promise<boolean | null> {
    return this.#request('acknowledge', { operator, condition });
  }

  /** Who asked for what, the newest first; `null`: not to be had now. Never rejects. */
  audit(): Promise<readonly AuditEntry[] | null> {
    return this.#request('audit');
  }

  async #request<Answer>(
    event: 'timeline' | 'totals' | 'audit' | 'acknowledge',
    ...wanted: readonly unknown[]
  ): Promise<Answer | null> {
    const socket = this.#socket?.ioSocket;
    if (!socket || this.#status() !== 'connected') return null;
    try {
      return await socket.timeout(requestTimeout).emitWithAck(event, ...wanted);
    } catch {
      // The connection was lost, or the hub is too busy.
      return null;
    }
  }

  /** `code`: what was fetched, of `fetched`. */
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
    // Of the inner socket: the wrapper's own call takes no listener off without a name.
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
      this.#hear(picture.at);
      this.#rights.set(picture.rights);
      this.#enter('picture');
      this.#messages.next({ type: 'picture', picture });
    });
    socket.on('acknowledgements', (all: readonly AlertAcknowledgement[]) => this.#acknowledgements.set(all));
    socket.on('frame', (frame: HubDelta) => {
      this.#hear(frame.at);
      if (untracked(this.#status) === 'connected') this.#messages.next({ type: 'frame', frame });
    });
  }

  /** The message that was the quickest tells the clocks' difference best; a leap means the hub is another, or its clock was set. */
  #hear(at: number): void {
    this.#heardAt.set(at);
    const offset = at - this.#clock.monotonic();
    if (this.#offset === null || offset > this.#offset || this.#offset - offset > 5_000) this.#offset = offset;
  }
}
