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
import { Subject } from 'rxjs';

/** A connection worked by the test: it says when it is up and what came, and keeps what was sent. */
@Injectable()
export class FakeAgentConnection extends AgentConnection {
  readonly #clock = inject(MediatelClock, { optional: true });
  readonly #state = signal<ConnectionState>({ status: 'closed' });
  readonly #messages = new Subject<ConnectionMessage>();
  #connection = 0;

  override readonly state = this.#state.asReadonly();
  override readonly messages = this.#messages.asObservable();
  /** Requests that left the tab, in order. */
  readonly sent: AgentRequest[] = [];
  readonly opened: MediatelAccount[] = [];
  retries = 0;

  override open(account: MediatelAccount): void {
    this.opened.push(account);
    this.#state.set({ status: 'connecting', attempt: 1 });
  }

  override close(): void {
    this.#state.set({ status: 'closed' });
  }

  override retryNow(): void {
    this.retries++;
  }

  override send(request: AgentRequest): SendOutcome {
    if (this.#state().status !== 'connected') return { sent: false, reason: 'not-connected' };
    this.sent.push(request);
    return { sent: true };
  }

  /** The connection is up; a new number each time. */
  connect(): void {
    this.#connection++;
    this.#state.set({ status: 'connected' });
  }

  disconnect(state: ConnectionState = { status: 'unreachable', retryAt: null, detail: 'transport close' }): void {
    this.#state.set(state);
  }

  /** A snapshot comes in, as the wire has it (`wireSnapshot`) or as bad as it likes. */
  receive(data: unknown, receivedAt = this.#clock?.monotonic() ?? 0): void {
    this.#messages.next({ type: 'snapshot', data, receivedAt, connection: this.#connection });
  }

  receiveMessage(message: ConnectionMessage): void {
    this.#messages.next(message);
  }

  /** The types of what was sent, and forgets them. */
  takeSent(): AgentRequest['type'][] {
    return this.sent.splice(0).map(({ type }) => type);
  }
}
