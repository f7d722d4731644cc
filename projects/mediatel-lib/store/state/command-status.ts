import type { CallKey } from './call/call-key';
import { commandRules } from './command-rules';
import type { AgentPhase, KnownAgentCommand } from 'mediatel-lib/protocol';

export type CommandName = keyof typeof commandRules;

/** What a command carries beside its name; those that are not here carry nothing. */
export interface CommandFields {
  /** `queueName: null` leaves the choice to Mediatel: the first queue. */
  readonly makeCall: { readonly phoneNumber: string; readonly queueName: string | null };
  readonly mute: { readonly muted: boolean };
  readonly predictive: { readonly on: boolean };
  readonly pause: { readonly pauseId: string };
  readonly saveCallCodes: { readonly codeIds: readonly string[] } & CallKey;
}

/** One command, by its name. */
export type CommandNamed<N extends CommandName> = { readonly name: N } & (N extends keyof CommandFields
  ? CommandFields[N]
  : unknown);

/** What an operator may ask of Mediatel. */
export type MediatelCommand = { readonly [N in CommandName]: CommandNamed<N> }[CommandName];

/** Commands whose request toggles, so that the wanted value is kept here. */
export type ToggleName = 'mute' | 'predictive';

export const commandNames = Object.keys(commandRules) as readonly CommandName[];

/** Makes a value for every command. */
export const forEachCommand = <T>(valueOf: (name: CommandName) => T): Readonly<Record<CommandName, T>> =>
  Object.fromEntries(commandNames.map((name) => [name, valueOf(name)])) as Record<CommandName, T>;

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
  readonly command: MediatelCommand;
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
