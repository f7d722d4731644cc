import { Injectable, type Signal, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AgentRequest } from 'mediatel-lib/protocol';
import type { MediatelAccount } from './account';
import { SetupPlace } from './setup-place';

/**
 * State of the Socket.IO connection to Mediatel.
 *
 * ```
 *  closed ──open()──▶ connecting ──▶ connected ──▶ unreachable (retries at `retryAt`)
 *    ▲                    │              │
 *    │                    ├──▶ unauthorised (HTTP 403: the host must sign in again; a retry every 5 s at most)
 *    └──close()── any ◀───┴──────────────┴──▶ kicked (the server closed it; only `retryNow` reopens it)
 * ```
 */
export type ConnectionState =
  | { readonly status: 'closed' }
  | { readonly status: 'connecting'; readonly attempt: number }
  | { readonly status: 'connected' }
  | { readonly status: 'unauthorised' }
  /**
   * `retryAt`: monotonic time of the next try (ms), `null` during a try. `detail`: the error text of the transport.
   * `blocked`: the browser blocks the page from the local network.
   */
  | {
      readonly status: 'unreachable';
      readonly retryAt: number | null;
      readonly detail: string;
      readonly blocked?: true;
    }
  | { readonly status: 'kicked'; readonly detail: string };

/** The name of a connection state. */
export type ConnectionStatus = ConnectionState['status'];

/** A message of the server, not decoded yet. `receivedAt`: monotonic time (ms). */
export type ConnectionMessage =
  /** `connection`: number of the connection, from 1. The order of snapshots starts again with each connection. */
  | { readonly type: 'snapshot'; readonly data: unknown; readonly receivedAt: number; readonly connection: number }
  | { readonly type: 'agentUnavailable' }
  | { readonly type: 'remoteConnect'; readonly host: string; readonly port: number | null };

/** Whether a request was sent. The connection never buffers a request to send it later. */
export type SendOutcome = { readonly sent: true } | { readonly sent: false; readonly reason: 'not-connected' };

/** The operator's connection to Mediatel. `provideMediatel` provides it; without it, injecting throws `MediatelSetupError`. */
@Injectable({ providedIn: 'root', useFactory: () => inject(SetupPlace).get(AgentConnection) })
export abstract class AgentConnection {
  /** State of the connection. */
  abstract readonly state: Signal<ConnectionState>;
  /** The server's messages in the order of arrival. */
  abstract readonly messages: Observable<ConnectionMessage>;
  /** Loads what `open()` needs, ahead of the account. A failure is reported once the connection is wanted. */
  prepare(): void {
    // A connection that is there already needs nothing.
  }
  /** Opens the connection, or reopens it to another address. It does not log in: that is a request. */
  abstract open(account: MediatelAccount): void;
  /** Closes the connection and stops retries. */
  abstract close(): void;
  /**
   * Retries at once instead of at `retryAt`. After a kick it reopens the connection.
   *
   * While connected, it replaces the connection: one that leaves commands unanswered may be half open.
   */
  abstract retryNow(): void;
  /** Sends a request if the connection is open; else refuses it with `not-connected`. */
  abstract send(request: AgentRequest): SendOutcome;
}
