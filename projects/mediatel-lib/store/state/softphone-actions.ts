import { createActionGroup, props } from '@ngrx/store';
import type { MuteCause, SoftphoneEvent } from 'mediatel-lib/ports';
import type { SoundQuality } from './softphone-state';
import type { NotReadyReason } from './not-ready-reason';

/** The fields of an event of the phone. Its action is of the same name. */
type EventOf<Type extends SoftphoneEvent['type']> = Omit<Extract<SoftphoneEvent, { readonly type: Type }>, 'type'>;

/** What the phone reports. Times are monotonic milliseconds. */
export const SoftphoneActions = createActionGroup({
  source: 'Mediatel Softphone',
  events: {
    'Registration Changed': props<EventOf<'registrationChanged'>>(),
    'Microphone Changed': props<EventOf<'microphoneChanged'>>(),
    'Playback Changed': props<EventOf<'playbackChanged'>>(),
    Invited: props<EventOf<'invited'>>(),
    'Invite Refused': props<EventOf<'inviteRefused'>>(),
    Answered: props<EventOf<'answered'>>(),
    'Microphone Opened': props<EventOf<'microphoneOpened'>>(),
    /** `cause` is `null` where the operator is heard. */
    'Mute Changed': props<{
      readonly callId: string;
      readonly muted: boolean;
      readonly cause: MuteCause | null;
      readonly at: number;
    }>(),
    'Device Changed': props<EventOf<'deviceChanged'>>(),
    'Quality Changed': props<{ readonly callId: string; readonly quality: SoundQuality; readonly at: number }>(),
    'Audio Proved': props<EventOf<'audioProved'>>(),
    /** Available, but not ready to take a call for longer than `notReadyGrace`; `null`: fit again, or not available any more. */
    'Not Ready Changed': props<{ readonly notReady: NotReadyReason | null }>(),
    Ended: props<EventOf<'ended'>>(),
    /** The grace of a difference between server and phone is over, at this monotonic time. */
    'Grace Ended': props<{ readonly at: number }>(),
  },
});
