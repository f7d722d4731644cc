import { InjectionToken } from '@angular/core';
import type { AgentCommandName, AgentPhase } from 'mediatel-lib/protocol';
import type { AgentState } from '../state/agent-state';

/** A request in the wire's form: plain data with a `type` that Mediatel's documents do not have. */
export interface ExtraWireRequest {
  /** The request's name on the wire. */
  readonly type: string;
  /** Its fields. */
  readonly [field: string]: unknown;
}

/**
 * A request that the documents of Mediatel do not have, but an installation does: a transfer, a consultation.
 *
 * `Args` are plain data, or `undefined` if the request has none: another tab may have to send the request. The functions must not depend on a tab's own state.
 */
export interface ExtraRequest<Args = undefined> {
  /** The request's name, unique in the host. */
  readonly name: string;
  /** The phases in which it is allowed. */
  readonly phases: readonly AgentPhase[];
  /** What Mediatel must list in `availableCommand`; if absent, only the phase counts. */
  readonly needs?: AgentCommandName;
  /** Whether it is for one call: it must not act on another call that came meanwhile. */
  readonly ofCall?: boolean;
  /** The host's own reason why it can't be given with these arguments, or `null`. */
  readonly refuse?: (args: Args, state: AgentState) => string | null;
  /** The request to send. */
  readonly request: (args: Args) => ExtraWireRequest;
  /** Whether the state shows that it took effect. Called for each changed snapshot until then. */
  readonly confirmed: (state: AgentState, args: Args) => boolean;
}

/** Any extra request, whatever its arguments. */
export type AnyExtraRequest = ExtraRequest<never>;

/** `pending`: sent, and no snapshot has confirmed it yet. `unanswered`: none did in time. */
export type ExtraRequestStatus = 'idle' | 'pending' | 'unanswered';

/** The requests that `withExtraRequests` provides. Default: none. */
export const MEDIATEL_EXTRA_REQUESTS = new InjectionToken<readonly AnyExtraRequest[]>('MEDIATEL_EXTRA_REQUESTS', {
  providedIn: 'root',
  factory: () => [],
});
