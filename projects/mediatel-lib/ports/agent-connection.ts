import type { Signal } from '@angular/core';
import type { Observable } from 'rxjs';
import type { AgentRequest } from 'mediatel-lib/protocol';
import type { MediatelAccount } from './account';

/**
 * How the Socket.IO connection stands.
 *
 * ```
 *  closed ──open()──▶ connecting ──▶ connected ──▶ unreachable (retries by itself, at `retryAt`)
 *    ▲                    │              │
 *    │                    ├──▶ unauthorised (403: the host must sign in again; tried at most every 5 s)
 *    └──close()── any ◀───┴──────────────┴──▶ kicked (the server ended it; open again by `retryNow`)
 * ```
 */
export type ConnectionState =
  | { readonly status: 'closed' }
  | { readonly status: 'connecting'; readonly attempt: number }
  | { readonly status: 'connected' }
  | { readonly status: 'unauthorised' }
  /**
   * `retryAt`: monotonic milliseconds of the next try; `null` while one is under way. `blocked`: the browser keeps the page from the local
   * network.
   */
  | {
      readonly status: 'unreachable';
      readonly retryAt: number | null;
      readonly detail: string;
      readonly blocked?: true;
    }
  | { readonly status: 'kicked'; readonly detail: string };

export type ConnectionStatus = ConnectionState['status'];

/** What the server said, as it came; `receivedAt` is the monotonic clock's. */
export type ConnectionMessage =
  /** `connection` numbers the connections from 1: a new number means a fresh start of the order of snapshots. */
  | { readonly type: 'snapshot'; readonly data: unknown; readonly receivedAt: number; readonly connection: number }
  | { readonly type: 'agentUnavailable' }
  | { readonly type: 'remoteConnect'; readonly host: string; readonly port: number | null };

/** A command left the tab, or was refused at once. Nothing is buffered and sent later. */
export type SendOutcome = { readonly sent: true } | { readonly sent: false; readonly reason: 'not-connected' };

/** The operator's link to Mediatel. */
export abstract class AgentConnection {
  abstract readonly state: Signal<ConnectionState>;
  abstract readonly messages: Observable<ConnectionMessage>;
  /** Opens the connection, or opens it anew to another address. Log-in is a request of its own. */
  abstract open(account: MediatelAccount): void;
  abstract close(): void;
  /**
   * Tries at once instead of at `retryAt`; opens again after a kick. While connected it drops the connection and opens
   * another: a link that leaves commands unanswered may be half open.
   */
  abstract retryNow(): void;
  abstract send(request: AgentRequest): SendOutcome;
}
