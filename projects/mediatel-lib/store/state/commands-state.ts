import {
  type CommandName,
  type CommandRefusal,
  type CommandStatus,
  type ToggleName,
  forEachCommand,
} from './command-status';
import type { CallKey } from './call/call-key';

/** A pause that the operator wants after the present call. */
export interface NextPause {
  /** The pause's `id` in the state's `pauseList`. */
  readonly pauseId: string;
  /** Whether Mediatel has the request already. */
  readonly sent: boolean;
}

/** The saving of a call's codes. The draft itself is in `CallDrafts`. The library saves nothing again without the operator. */
export interface CallCodeSaving extends CallKey {
  /** Ids of the codes, in their order. */
  readonly codeIds: readonly string[];
  /**
   * `saving`: sent; `saved`: Mediatel has them.
   *
   * `unconfirmed`: clerical ended by its time-out or during an outage, so Mediatel may not have taken the codes; or codes were
   * chosen, or a note was written, and not saved before such an end. `unanswered`: Mediatel is still in clerical after
   * `commandTimeout`.
   */
  readonly status: 'saving' | 'saved' | 'unconfirmed' | 'unanswered';
}

/** The last command that was refused in this tab. */
export interface LastRefusal {
  /** The command's name. */
  readonly command: CommandName;
  /** Why it was refused. */
  readonly refusal: CommandRefusal;
}

/** The state of the operator's commands. */
export interface CommandsState {
  /** The status of each command. */
  readonly statuses: Readonly<Record<CommandName, CommandStatus>>;
  /** The last refusal in this tab, until it is dismissed (`CommandActions.dismissRefusal`); `null` if there is none. */
  readonly lastRefusal: LastRefusal | null;
  /** The call about which this tab asks the host's guard (`withDialGuard`); `null` if there is none. */
  readonly dialCheck: { readonly phoneNumber: string } | null;
  /** The pause after the present call; `null` if there is none. */
  readonly nextPause: NextPause | null;
  /** The last saving of call codes; `null` if there is none. */
  readonly callCodeSaving: CallCodeSaving | null;
  /** The values that toggles get once their pending command is confirmed. */
  readonly wanted: Readonly<Partial<Record<ToggleName, boolean>>>;
}

/** The part that all of the operator's tabs share. A refusal and a check show only in the tab in which the command was given. */
export type MirroredCommands = Omit<CommandsState, 'lastRefusal' | 'dialCheck'>;

const idle: CommandStatus = { status: 'idle' };

/** The state before any command. */
export const initialCommandsState: CommandsState = {
  statuses: forEachCommand(() => idle),
  lastRefusal: null,
  dialCheck: null,
  nextPause: null,
  callCodeSaving: null,
  wanted: {},
};
