import type { CallKey } from './call-key';
import type { AgentPhase, KnownAgentCommand } from 'mediatel-lib/protocol';

/** What an operator may ask of Mediatel. */
export type Command =
  | { readonly name: 'logIn' }
  | { readonly name: 'logOut' }
  /** `queueName: null` leaves the choice to Mediatel: the first queue. */
  | { readonly name: 'makeCall'; readonly phoneNumber: string; readonly queueName: string | null }
  | { readonly name: 'hangUp' }
  | { readonly name: 'hold' }
  | { readonly name: 'retrieve' }
  | { readonly name: 'mute'; readonly muted: boolean }
  | { readonly name: 'predictive'; readonly on: boolean }
  | { readonly name: 'pause'; readonly pauseId: string }
  | { readonly name: 'endPause' }
  | ({ readonly name: 'saveCallCodes'; readonly codeIds: readonly string[] } & CallKey)
  | { readonly name: 'restartAgent' };

export type CommandName = Command['name'];

/** Commands whose request toggles, so that the wanted value is kept here. */
export type ToggleName = 'mute' | 'predictive';

export const commandNames = [
  'logIn',
  'logOut',
  'makeCall',
  'hangUp',
  'hold',
  'retrieve',
  'mute',
  'predictive',
  'pause',
  'endPause',
  'saveCallCodes',
  'restartAgent',
] as const satisfies readonly CommandName[];

/** Why a command was not sent, or can't be given now. */
export type CommandRefusal =
  | { readonly reason: 'not-signed-in' }
  | { readonly reason: 'not-connected' }
  /** Connected, but no snapshot has said yet how things stand. */
  | { readonly reason: 'not-synced' }
  /** Mediatel does not list the command in `availableCommand`. */
  | { readonly reason: 'not-available'; readonly needs: KnownAgentCommand }
  | { readonly reason: 'wrong-phase'; readonly phase: AgentPhase; readonly needs: readonly AgentPhase[] }
  | { readonly reason: 'in-call' }
  | { readonly reason: 'no-call' }
  | { readonly reason: 'already-pending' }
  | { readonly reason: 'invalid-number' }
  | { readonly reason: 'unknown-queue'; readonly queueName: string }
  | { readonly reason: 'unknown-pause'; readonly pauseId: string }
  | { readonly reason: 'no-code' }
  | { readonly reason: 'unknown-code'; readonly codeId: string }
  | { readonly reason: 'one-code-only' }
  /** The draft belongs to another call than the one in clerical. */
  | { readonly reason: 'wrong-call'; readonly callTraceID: string | null }
  /** Mediatel has taken this call's codes: a second time would be another result. */
  | { readonly reason: 'already-saved' }
  /** Restarting the agent is offered only when a command stayed unanswered, the farm has no agent, or says that this one can't be used. */
  | { readonly reason: 'not-needed' };

export type RefusalReason = CommandRefusal['reason'];

/** A command on its way. `at` is monotonic milliseconds; `callNumber` the call it was given in. */
export interface GivenCommand {
  readonly command: Command;
  readonly at: number;
  readonly callNumber: number | null;
}

/**
 * How a command stands.
 *
 * ```
 *  idle ──given──▶ pending ──a snapshot confirms it──▶ idle
 *   ▲ │               │
 *   │ └──▶ refused    └──after `commandTimeout`──▶ unanswered ──it shows in a snapshot after all──▶ surfaced
 *   └── given again from refused, unanswered, surfaced ──▶ pending
 * ```
 *
 * Nothing is ever sent again by itself.
 */
export type CommandStatus =
  | { readonly status: 'idle' }
  | { readonly status: 'refused'; readonly refusal: CommandRefusal }
  | { readonly status: 'pending'; readonly given: GivenCommand }
  | { readonly status: 'unanswered'; readonly given: GivenCommand }
  /** A call that came after it had been called unanswered: it is offered to be ended. */
  | { readonly status: 'surfaced'; readonly given: GivenCommand };
