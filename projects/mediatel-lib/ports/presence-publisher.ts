import type { Signal } from '@angular/core';
import type { OperatorPauses, Presence, SupervisorRequest, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { Observable } from 'rxjs';

/**
 * State of the connection to the supervisor hub.
 *
 * ```
 *  closed ──open()──▶ connecting ──▶ connected ──lost──▶ waiting ──▶ connecting
 *     ▲                    ├──failed──▶ waiting              another tab of the operator took over: superseded
 *     │                    └──403──▶ unauthorised ──▶ connecting      the cookie belongs to another operator: refused
 *     └──────────── close(), from any
 * ```
 *
 * `superseded` and `refused` last until the next `open()`. While `unauthorised`, the publisher checks over HTTP
 * whether the hub accepts the cookie by now.
 */
export type PresencePublisherState =
  'closed' | 'connecting' | 'connected' | 'waiting' | 'unauthorised' | 'superseded' | 'refused';

/** A supervisor's request to this operator. */
export interface IncomingSupervisorRequest {
  /** The supervisor's login. */
  readonly from: string;
  /** The supervisor's name; a hub of an older version sends none. */
  readonly name?: string | undefined;
  /** What the supervisor requests. */
  readonly request: SupervisorRequest;
  /** Sends the outcome to the supervisor. */
  answer(outcome: SupervisorRequestOutcome): void;
}

/** Publishes the operator's presence to the supervisor hub. It manages heartbeats and reconnects itself. */
export abstract class PresencePublisher {
  /** State of the connection to the hub. */
  abstract readonly state: Signal<PresencePublisherState>;
  /** Emits each time a connection opens. The hub knows nothing of this tab at that moment. */
  abstract readonly connected: Observable<void>;
  /** Supervisors' requests to this operator. */
  abstract readonly requests: Observable<IncomingSupervisorRequest>;
  /** Emits when a supervisor wants to choose a pause. The function sends the operator's pauses. */
  abstract readonly pausesWanted: Observable<(pauses: OperatorPauses) => void>;
  /** Connects to the hub at the URL; `null` means the page's own origin. It does nothing while open. */
  abstract open(url: string | null): void;
  /** Closes the connection and stops retries. */
  abstract close(): void;
  /** Sends a presence. Without a connection it is dropped: after a reconnect only the current presence matters. */
  abstract publish(presence: Presence): void;
}
