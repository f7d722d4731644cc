import {
  type CommandName,
  type CommandRefusal,
  type CommandStatus,
  type ToggleName,
  forEachCommand,
} from './command-status';
import type { CallKey } from './call/call-key';

/** A pause wanted during a call, taken after it. */
export interface NextPause {
  readonly pauseId: string;
  /** Whether Mediatel has been told already. */
  readonly sent: boolean;
}

/**
 * How the saving of a call's codes stands; the draft itself is the desk's, by `callTraceID`.
 *
 * `unconfirmed`: clerical ended by its time-out, so Mediatel may not have taken the codes; or they were chosen, or a note
 * written, and not given to be saved in time.
 * `unanswered`: Mediatel is still in clerical after the limit. Neither is sent again by itself.
 */
export interface CallCodeSaving extends CallKey {
  readonly codeIds: readonly string[];
  readonly status: 'saving' | 'saved' | 'unconfirmed' | 'unanswered';
}

export interface LastRefusal {
  readonly command: CommandName;
  readonly refusal: CommandRefusal;
}

export interface CommandsState {
  readonly statuses: Readonly<Record<CommandName, CommandStatus>>;
  readonly lastRefusal: LastRefusal | null;
  readonly nextPause: NextPause | null;
  readonly callCodeSaving: CallCodeSaving | null;
  /** What a toggle shall be once the one on its way is confirmed. */
  readonly wanted: Readonly<Partial<Record<ToggleName, boolean>>>;
}

/** What all of the operator's tabs share of it; a refusal is shown where the command was given. */
export type MirroredCommands = Omit<CommandsState, 'lastRefusal'>;

const idle: CommandStatus = { status: 'idle' };

export const initialCommandsState: CommandsState = {
  statuses: forEachCommand(() => idle),
  lastRefusal: null,
  nextPause: null,
  callCodeSaving: null,
  wanted: {},
};
