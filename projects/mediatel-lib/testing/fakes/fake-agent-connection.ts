import { Injectable, inject, signal } from '@angular/core';
import {
  AgentConnection,
  MediatelClock,
  type ConnectionMessage,
  type ConnectionState,
  type MediatelAccount,
  type SendOutcome,
} from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { type Observable, Subject } from 'rxjs';

/** An `AgentConnection` that the test controls. It keeps the sent requests. */
@Injectable()
export class FakeAgentConnection extends AgentConnection {
  readonly #clock = inject(MediatelClock, { optional: true });
  readonly #state = signal<ConnectionState>({ status: 'closed' });
  readonly #messages = new Subject<ConnectionMessage>();
  readonly #requests = new Subject<AgentRequest>();
  readonly #openings = new Subject<void>();
  #connection = 0;

  /** The state that the test has set; `closed` at first. */
  override readonly state = this.#state.asReadonly();
  /** The messages that the test lets in. */
  override readonly messages = this.#messages.asObservable();
  /** Each request when it is sent. */
  readonly requests: Observable<AgentRequest> = this.#requests.asObservable();
  /** Emits at each call of `open()`. */
  readonly openings: Observable<void> = this.#openings.asObservable();
  /** The sent requests, in order. */
  readonly sent: AgentRequest[] = [];
  /** The accounts of all calls of `open()`, in order. */
  readonly opened: MediatelAccount[] = [];
  /** Number of calls of `retryNow()`. */
  retries = 0;

  /** Keeps the account and goes to `connecting`. */
  override open(account: MediatelAccount): void {
    this.opened.push(account);
    this.#state.set({ status: 'connecting', attempt: 1 });
    this.#openings.next();
  }

  /** Goes to `closed`. */
  override close(): void {
    this.#state.set({ status: 'closed' });
  }

  /** Counts the call in `retries`. */
  override retryNow(): void {
    this.retries++;
  }

  /** Keeps the request in `sent`; refuses it as `not-connected` unless connected. */
  override send(request: AgentRequest): SendOutcome {
    if (this.#state().status !== 'connected') return { sent: false, reason: 'not-connected' };
    this.sent.push(request);
    this.#requests.next(request);
    return { sent: true };
  }

  /** Goes to `connected`. Each connection gets a new number. */
  connect(): void {
    this.#connection++;
    this.#state.set({ status: 'connected' });
  }

  /** Goes to another state: `unreachable` by default. */
  disconnect(state: ConnectionState = { status: 'unreachable', retryAt: null, detail: 'transport close' }): void {
    this.#state.set(state);
  }

  /** Lets a snapshot in, in the wire's format (`wireSnapshot`) or malformed. `receivedAt` is in monotonic milliseconds. */
  receive(data: unknown, receivedAt = this.#clock?.monotonic() ?? 0): void {
    this.#messages.next({ type: 'snapshot', data, receivedAt, connection: this.#connection });
  }

  /** Lets any message in. */
  receiveMessage(message: ConnectionMessage): void {
    this.#messages.next(message);
  }

  /** Returns the types of the sent requests and empties `sent`. */
  takeSent(): AgentRequest['type'][] {
    return this.sent.splice(0).map(({ type }) => type);
  }
}
