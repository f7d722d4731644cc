import type { Signal } from '@angular/core';
import type { Presence, SupervisorRequest, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { Observable } from 'rxjs';

/**
 * How the way to the supervisor hub stands.
 *
 * ```
 *  closed ──open()──▶ connecting ──▶ connected ──lost──▶ waiting ──▶ connecting
 *     ▲                    ├──failed──▶ waiting              another tab of the operator took over: superseded
 *     │                    └──403──▶ unauthorised ──▶ connecting      the hub takes the cookie for somebody else: refused
 *     └──────────── close(), from any
 * ```
 *
 * `superseded` and `refused` last until `open()` is called again. While `unauthorised` the hub is asked over HTTP whether the cookie passes by now.
 */
export type PresencePublisherState =
  'closed' | 'connecting' | 'connected' | 'waiting' | 'unauthorised' | 'superseded' | 'refused';

/** A supervisor asks for something; `answer` says what became of it. */
export interface IncomingSupervisorRequest {
  readonly from: string;
  readonly request: SupervisorRequest;
  answer(outcome: SupervisorRequestOutcome): void;
}

/** The operator's way to the supervisor hub. Heartbeats and reconnects are its own affair. */
export abstract class PresencePublisher {
  abstract readonly state: Signal<PresencePublisherState>;
  /** Each time a connection stands: the hub knows nothing of this tab yet. */
  abstract readonly connected: Observable<void>;
  abstract readonly requests: Observable<IncomingSupervisorRequest>;
  /** `null`: the page's own origin. Opening what is open changes nothing. */
  abstract open(url: string | null): void;
  abstract close(): void;
  /** Without a connection it is dropped: what counts is what is true when there is one again. */
  abstract publish(presence: Presence): void;
}
