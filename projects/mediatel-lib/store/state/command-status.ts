import type { CallKey } from './call/call-key';
import { type CommandName, commandRules } from './command-rules';
import type { AgentCommandName, AgentPhase } from 'mediatel-lib/protocol';

export type { CommandName } from './command-rules';

/** The fields of each command besides its name. Commands that are not here have none. */
export interface CommandFields {
  /** Calls a number. `queueName: null` leaves the queue to Mediatel, which takes the first. */
  readonly makeCall: { readonly phoneNumber: string; readonly queueName: string | null };
  /** Mutes or unmutes the operator at Mediatel. */
  readonly mute: { readonly muted: boolean };
  /** Turns automatic dialling on or off. */
  readonly predictive: { readonly on: boolean };
  /** Takes the pause with this `id` of the state's `pauseList`. */
  readonly pause: { readonly pauseId: string };
  /** Saves these codes for a call, in this order. */
  readonly saveCallCodes: { readonly codeIds: readonly string[] } & CallKey;
}

/** One command, by its name, with its fields. */
export type CommandNamed<N extends CommandName> = { readonly name: N } & (N extends keyof CommandFields
  ? CommandFields[N]
  : unknown);

/** A command of the operator to Mediatel. */
export type MediatelCommand = { readonly [N in CommandName]: CommandNamed<N> }[CommandName];

/** The commands whose request toggles. The request carries no value, so the store keeps the wanted one. */
export type ToggleName = 'mute' | 'predictive';

/** The names of all commands, in the order in which they are shown. */
export const commandNames = Object.keys(commandRules) as readonly CommandName[];

/** Makes a value for every command. */
export const forEachCommand = <T>(valueOf: (name: CommandName) => T): Readonly<Record<CommandName, T>> =>
  Object.fromEntries(commandNames.map((name) => [name, valueOf(name)])) as Record<CommandName, T>;

/** Why a command was not sent, or is not allowed now. */
export type CommandRefusal =
  /** Nobody is signed in, or this tab has no account to log in with. */
  | { readonly reason: 'not-signed-in' }
  /** There is no link to Mediatel, or no link to the leading tab. */
  | { readonly reason: 'not-connected' }
  /** Connected, but this connection has brought no snapshot yet, so the state may be old. */
  | { readonly reason: 'not-synced' }
  /** Mediatel does not list the command in `availableCommand`. */
  | { readonly reason: 'not-available'; readonly needs: AgentCommandName }
  /** The command is not allowed in this phase; `needs`: the phases in which it is. */
  | { readonly reason: 'wrong-phase'; readonly phase: AgentPhase; readonly needs: readonly AgentPhase[] }
  /** The command is not allowed during a call. */
  | { readonly reason: 'in-call' }
  /** There is no call, or not the call in which the command was given. */
  | { readonly reason: 'no-call' }
  /** The same command was sent, and no snapshot has answered it yet. */
  | { readonly reason: 'already-pending' }
  /** The host's guard (`withDialGuard`) is being asked about a call in this tab. */
  | { readonly reason: 'checking' }
  /** The host's guard does not allow the call; `text` is the host's reason. */
  | { readonly reason: 'not-permitted'; readonly text: string }
  /** The host's guard or extra request failed, or the guard did not answer in time. */
  | { readonly reason: 'not-checked' }
  /** The text is no phone number (`dialable`), or has signs that are no DTMF digits. */
  | { readonly reason: 'invalid-number' }
  /** The state's `queues` don't list the queue. */
  | { readonly reason: 'unknown-queue'; readonly queueName: string }
  /** The state's `pauseList` does not list the pause. */
  | { readonly reason: 'unknown-pause'; readonly pauseId: string }
  /** No call code was chosen. */
  | { readonly reason: 'no-code' }
  /** The state's `availableCallCodes` don't list the code, or its id is not a number. */
  | { readonly reason: 'unknown-code'; readonly codeId: string }
  /** Mediatel takes only one code for this call. */
  | { readonly reason: 'one-code-only' }
  /** The codes belong to another call than the one in clerical, whose id is `callTraceID`. */
  | { readonly reason: 'wrong-call'; readonly callTraceID: string | null }
  /** Mediatel has taken this call's codes. Saving again would add a second result. */
  | { readonly reason: 'already-saved' }
  /**
   * A restart of the agent is allowed only if a command stayed unanswered, the farm has no agent, or the farm reports that this
   * agent can't be used.
   */
  | { readonly reason: 'not-needed' };

/** The `reason` of a refusal, for a host's own labels. */
export type RefusalReason = CommandRefusal['reason'];

/** A command that was sent. */
export interface GivenCommand {
  /** The command with its fields. */
  readonly command: MediatelCommand;
  /** When this tab sent it or heard of it, in monotonic ms. */
  readonly sentAt: number;
  /** This tab's number of the call in which it was given; `null` outside of calls. */
  readonly callNumber: number | null;
  /** The id of this sending, the same in all of the operator's tabs. */
  readonly request: string;
}

/**
 * The state of one command.
 *
 * ```
 *  idle ──given──▶ pending ──a snapshot confirms it──▶ idle
 *   ▲ │               │
 *   │ └──▶ refused    └──after `commandTimeout`──▶ unanswered ──it shows in a snapshot after all──▶ surfaced
 *   └── given again from refused, unanswered, surfaced ──▶ pending
 * ```
 *
 * The library never sends a command again without the operator.
 */
export type CommandStatus =
  /** Nothing was sent, or the last one was confirmed or overtaken. */
  | { readonly status: 'idle' }
  /** The last one was refused and not sent. */
  | { readonly status: 'refused'; readonly refusal: CommandRefusal }
  /** Sent; no snapshot has answered yet. */
  | { readonly status: 'pending'; readonly given: GivenCommand }
  /** Sent; no snapshot answered within `commandTimeout`. */
  | { readonly status: 'unanswered'; readonly given: GivenCommand }
  /** A call (`makeCall`) that came after the command was unanswered. The desk offers to end it. */
  | { readonly status: 'surfaced'; readonly given: GivenCommand };
