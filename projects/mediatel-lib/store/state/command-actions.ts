import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { AudioOutputUse, AudioUse } from 'mediatel-lib/ports';
import type { MediatelCommand, CommandName, CommandRefusal, GivenCommand, ToggleName } from './command-status';
import { plainActions } from './command-rules';
import type { LastRefusal, MirroredCommands } from './commands-state';
import type { AutoLogIn } from './link-state';
import type { CallKey } from './call/call-key';

const otherActions = createActionGroup({
  source: 'Mediatel Commands',
  events: {
    /** Calls a number. `queueName` is one of the state's `queues`; without it Mediatel takes the first. */
    'Make Call': props<{ readonly phoneNumber: string; readonly queueName?: string | null }>(),
    /** Mutes or unmutes the outgoing track at once, and the call at Mediatel if Mediatel allows the command. */
    'Set Muted': props<{ readonly muted: boolean }>(),
    /** Turns automatic dialling on or off. */
    'Set Predictive': props<{ readonly on: boolean }>(),
    /** Takes a pause; during a call and its clerical, the pause after it. `pauseId` is an `id` of the state's `pauseList`. */
    'Take Pause': props<{ readonly pauseId: string }>(),
    /** Drops the pause after the present call. */
    'Cancel Next Pause': emptyProps(),
    /**
     * Saves a call's codes in this order. `pauseId` takes that pause afterwards, unless the codes are refused. For a call to
     * which Mediatel gave no id, pass its `callNumber`.
     */
    'Save Call Codes': props<{
      readonly callTraceID: string | null;
      readonly callNumber?: number | null;
      readonly codeIds: readonly string[];
      readonly pauseId?: string | null;
    }>(),

    /** Answers the ringing call by hand. */
    Answer: emptyProps(),
    /** DTMF digits `0-9*#A-D` in the call. */
    'Send Digits': props<{ readonly digits: string }>(),
    /** Tries the connection and the registration at once. */
    'Retry Now': emptyProps(),
    /** Opens the microphone again after a failure. */
    'Reopen Microphone': emptyProps(),
    /** Plays blocked audio; dispatch it straight from a click. */
    'Unlock Playback': emptyProps(),
    /** Chooses the device of a use; `deviceId: null` restores the system's default. */
    'Choose Device': props<{ readonly use: AudioUse; readonly deviceId: string | null }>(),
    /** Sets how loud the other party's voice or the ring tone is, 0.1 to 1. */
    'Set Volume': props<{ readonly use: AudioOutputUse; readonly volume: number }>(),
    /** Plays a test sound on the speaker or the ringer. */
    'Test Sound': props<{ readonly use: AudioOutputUse }>(),
    /** Opens the page that the browser blocked (`screenPopBlocked`); dispatch it straight from a click. */
    'Open Screen Pop': emptyProps(),
    /** Requests the browser's permission for notifications; dispatch it straight from a click. */
    'Allow Notices': emptyProps(),
    /** Removes `lastRefusal` from the state. */
    'Dismiss Refusal': emptyProps(),
  },
});

/**
 * The operator's commands, for a host to dispatch.
 *
 * A command to Mediatel is refused with a reason, or sent and then pending until a snapshot confirms it. `answer`, `sendDigits`,
 * devices and sounds concern the phone and have no outcome action.
 */
export const CommandActions = { ...plainActions, ...otherActions };

/** The outcomes of commands. */
export const CommandOutcomes = createActionGroup({
  source: 'Mediatel Command Outcomes',
  events: {
    /** The command was not sent. */
    'Command Refused': props<{ readonly command: CommandName; readonly refusal: CommandRefusal }>(),
    /** The refused command was a supervisor's, so the operator gets no notice of it. `before`: the last refusal of an own command. */
    'Refusal Withdrawn': props<{ readonly before: LastRefusal | null }>(),
    /** This tab asks the host's guard about a call. */
    'Dial Check Started': props<{ readonly phoneNumber: string }>(),
    /** The guard has answered, or its answer does not count any more. */
    'Dial Check Ended': emptyProps(),
    /** The command was sent and is pending. */
    'Command Sent': props<{ readonly given: GivenCommand }>(),
    /** A snapshot shows that the command took effect. */
    'Command Confirmed': props<{ readonly command: MediatelCommand }>(),
    /** The state changed so that the command has no meaning any more. */
    'Command Overtaken': props<{ readonly command: MediatelCommand }>(),
    /** No snapshot answered the command within `commandTimeout`. */
    'Command Unanswered': props<{ readonly command: MediatelCommand }>(),
    /** An unanswered command took effect after all. */
    'Command Surfaced': props<{ readonly command: MediatelCommand }>(),
    /** The operator hung up a ringing call that Mediatel does not know. It is rejected after the grace for its snapshot. */
    'Ringing Declined': props<{ readonly callId: string }>(),
    /** The operator wants the opposite of a pending toggle. It is sent once Mediatel has confirmed the pending one. */
    'Toggle Wanted': props<{ readonly command: ToggleName; readonly on: boolean }>(),
    /** Clerical ended by its time-out or an outage while codes were being saved, or codes or a note were drafted and not saved. */
    'Call Codes Unconfirmed': props<CallKey & { readonly codeIds: readonly string[] }>(),
    /** A pause after the present call is planned; `sent`: whether Mediatel has the request already. */
    'Next Pause Planned': props<{ readonly pauseId: string; readonly sent: boolean }>(),
    /** No pause is planned any more: it was taken, given as a command, or cancelled. */
    'Next Pause Dropped': emptyProps(),
    /** This tab joined the operator's other tabs and got the state of their commands. */
    'Commands Mirrored': props<{ readonly commands: MirroredCommands; readonly autoLogIn: AutoLogIn }>(),
  },
});
