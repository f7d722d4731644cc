import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { AudioUse } from 'mediatel-lib/ports';
import type { MediatelCommand, CommandName, CommandRefusal, GivenCommand, ToggleName } from './command-status';
import { plainActions } from './command-rules';
import type { MirroredCommands } from './commands-state';
import type { AutoLogIn } from './link-state';
import type { CallKey } from './call/call-key';

const otherActions = createActionGroup({
  source: 'Mediatel Commands',
  events: {
    /** `queueName` is one of the state's `queues`; without it Mediatel takes the first. */
    'Make Call': props<{ readonly phoneNumber: string; readonly queueName?: string | null }>(),
    /** The wanted value: the outgoing track at once, Mediatel's mute too where it allows it. */
    'Set Muted': props<{ readonly muted: boolean }>(),
    'Set Predictive': props<{ readonly on: boolean }>(),
    /** During a call: the next pause. */
    'Take Pause': props<{ readonly pauseId: string }>(),
    'Cancel Next Pause': emptyProps(),
    /**
     * Saves a call's codes in this order; `pauseId` takes that pause right after, unless the codes are refused. A call that
     * Mediatel gave no id is named by its `callNumber`.
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
    'Reopen Microphone': emptyProps(),
    /** Plays blocked audio; dispatch it straight from a click. */
    'Unlock Playback': emptyProps(),
    /** `deviceId: null` goes back to the system's default. */
    'Choose Device': props<{ readonly use: AudioUse; readonly deviceId: string | null }>(),
    'Test Sound': props<{ readonly use: 'speaker' | 'ringer' }>(),
    /** Raises the page that the browser blocked (`screenPopBlocked`); dispatch it straight from a click. */
    'Open Screen Pop': emptyProps(),
    /** Asks whether notifications may be shown; dispatch it straight from a click. */
    'Allow Notices': emptyProps(),
    'Dismiss Refusal': emptyProps(),
  },
});

/** What the operator wants. Each is refused with a reason, or sent and then pending until a snapshot confirms it. */
export const CommandActions = { ...plainActions, ...otherActions };

/** How commands fared. */
export const CommandOutcomes = createActionGroup({
  source: 'Mediatel Command Outcomes',
  events: {
    'Command Refused': props<{ readonly command: CommandName; readonly refusal: CommandRefusal }>(),
    'Command Sent': props<{ readonly given: GivenCommand }>(),
    'Command Confirmed': props<{ readonly command: MediatelCommand }>(),
    /** The state moved on to where the command means nothing. */
    'Command Overtaken': props<{ readonly command: MediatelCommand }>(),
    'Command Unanswered': props<{ readonly command: MediatelCommand }>(),
    /** An unanswered command took effect after all. */
    'Command Surfaced': props<{ readonly command: MediatelCommand }>(),
    /** A ringing call that Mediatel knows nothing of was hung up: it is rejected once the grace for its snapshot is over. */
    'Ringing Declined': props<{ readonly callId: string }>(),
    /** The opposite of what is on its way was asked for: it follows once Mediatel has confirmed that. */
    'Toggle Wanted': props<{ readonly command: ToggleName; readonly on: boolean }>(),
    /** Clerical ended by its time-out while codes were being saved, or only chosen or noted. */
    'Call Codes Unconfirmed': props<CallKey & { readonly codeIds: readonly string[] }>(),
    'Next Pause Planned': props<{ readonly pauseId: string; readonly sent: boolean }>(),
    'Next Pause Dropped': emptyProps(),
    /** This tab joined the operator's others: how their commands stand. */
    'Commands Mirrored': props<{ readonly commands: MirroredCommands; readonly autoLogIn: AutoLogIn }>(),
  },
});
