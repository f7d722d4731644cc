import { createActionGroup, props } from '@ngrx/store';
import type { MuteCause, SoftphoneEvent } from 'mediatel-lib/ports';
import type { SoundQuality } from './softphone-state';
import type { NotReadyReason } from './not-ready-reason';

/** The fields of the phone's event of this type. Its action has the same name. */
export type SoftphoneEventFields<Type extends SoftphoneEvent['type']> = Omit<
  Extract<SoftphoneEvent, { readonly type: Type }>,
  'type'
>;

/** The phone's events. Times (`at`) are monotonic ms. */
export const SoftphoneActions = createActionGroup({
  source: 'Mediatel Softphone',
  events: {
    /** The registration of the extension has another state. */
    'Registration Changed': props<SoftphoneEventFields<'registrationChanged'>>(),
    /** The microphone has another state. */
    'Microphone Changed': props<SoftphoneEventFields<'microphoneChanged'>>(),
    /** Sound can be heard, or the browser blocks it. */
    'Playback Changed': props<SoftphoneEventFields<'playbackChanged'>>(),
    /** A call arrived by SIP. */
    Invited: props<SoftphoneEventFields<'invited'>>(),
    /** The phone goes on with an answered SIP call of an earlier page or tab. */
    Resumed: props<SoftphoneEventFields<'resumed'>>(),
    /** A resumed call's new media path is up. */
    Reconnected: props<SoftphoneEventFields<'reconnected'>>(),
    /** The phone refused a SIP call. */
    'Invite Refused': props<SoftphoneEventFields<'inviteRefused'>>(),
    /** The phone answered the SIP call (200 OK sent). */
    Answered: props<SoftphoneEventFields<'answered'>>(),
    /** The chime is over and the operator can be heard. */
    'Microphone Opened': props<SoftphoneEventFields<'microphoneOpened'>>(),
    /** The outgoing track was silenced or is sent again, by whomever. `cause` is `null` if it is sent. */
    'Mute Changed': props<{
      readonly callId: string;
      readonly muted: boolean;
      readonly cause: MuteCause | null;
      readonly at: number;
    }>(),
    /** Another device serves a use. */
    'Device Changed': props<SoftphoneEventFields<'deviceChanged'>>(),
    /** The rating or the alarms of the call's quality changed. */
    'Quality Changed': props<{ readonly callId: string; readonly quality: SoundQuality; readonly at: number }>(),
    /** New facts about whether each direction of the call is heard. */
    'Audio Proved': props<SoftphoneEventFields<'audioProved'>>(),
    /** The operator is available, but the phone was not ready for `notReadyGrace`; `null`: ready again, or not available any more. */
    'Not Ready Changed': props<{ readonly notReady: NotReadyReason | null }>(),
    /** The SIP call ended. */
    Ended: props<SoftphoneEventFields<'ended'>>(),
    /** A difference between server and phone has lasted its grace; `at`: when the grace ended. */
    'Grace Ended': props<{ readonly at: number }>(),
  },
});
