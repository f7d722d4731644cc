import { createActionGroup, props } from '@ngrx/store';
import type { CallEnder, InviteRefusal, Microphone, Playback, Registration } from 'mediatel-lib/ports';

/** What the phone reports. Times are monotonic milliseconds. */
export const SoftphoneActions = createActionGroup({
  source: 'Mediatel Softphone',
  events: {
    'Registration Changed': props<{ readonly registration: Registration }>(),
    'Microphone Changed': props<{ readonly microphone: Microphone }>(),
    'Playback Changed': props<{ readonly playback: Playback }>(),
    Invited: props<{
      readonly callId: string;
      readonly callerNumber: string | null;
      readonly callerName: string | null;
      readonly at: number;
    }>(),
    'Invite Refused': props<{
      readonly callId: string;
      readonly refusal: InviteRefusal;
      readonly callerNumber: string | null;
      readonly at: number;
    }>(),
    Answered: props<{ readonly callId: string; readonly at: number }>(),
    'Microphone Opened': props<{ readonly callId: string; readonly at: number }>(),
    'Mute Changed': props<{ readonly callId: string; readonly muted: boolean; readonly at: number }>(),
    Ended: props<{
      readonly callId: string;
      readonly by: CallEnder;
      readonly answered: boolean;
      readonly cause: string;
      readonly at: number;
    }>(),
    /** The grace of a difference between server and phone is over, at this monotonic time. */
    'Grace Ended': props<{ readonly at: number }>(),
  },
});
