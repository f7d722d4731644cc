import { createActionGroup, props } from '@ngrx/store';
import type {
  AudioDevice,
  AudioProof,
  AudioUse,
  CallEnder,
  DeviceChangeCause,
  InviteRefusal,
  Microphone,
  MuteCause,
  Playback,
  Registration,
} from 'mediatel-lib/ports';
import type { SoundQuality } from './softphone-state';
import type { Unfitness } from './unfitness';

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
    /** `cause` is `null` where the operator is heard. */
    'Mute Changed': props<{
      readonly callId: string;
      readonly muted: boolean;
      readonly cause: MuteCause | null;
      readonly at: number;
    }>(),
    'Device Changed': props<{
      readonly use: AudioUse;
      readonly device: AudioDevice | null;
      readonly cause: DeviceChangeCause;
    }>(),
    'Quality Changed': props<{ readonly callId: string; readonly quality: SoundQuality; readonly at: number }>(),
    'Audio Proved': props<{ readonly callId: string; readonly proof: AudioProof; readonly at: number }>(),
    /** Available, but unfit to take a call for longer than `unfitGrace`; `null`: fit again, or not available any more. */
    'Unfitness Changed': props<{ readonly unfit: Unfitness | null }>(),
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
