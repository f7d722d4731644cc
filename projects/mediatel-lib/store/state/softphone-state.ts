import type {
  AudioDevice,
  CallMediaFlow,
  AudioUse,
  CallEndedBy,
  DeviceChangeCause,
  InviteRefusal,
  Microphone,
  MuteCause,
  Playback,
  QualityAlarm,
  QualityRating,
  Registration,
} from 'mediatel-lib/ports';
import type { NotReadyReason } from './not-ready-reason';

/** The phone's SIP call; there is at most one. Times are monotonic ms. */
export interface SipCall {
  /** The phone's id of the SIP call. */
  readonly callId: string;
  /** The caller's number in the INVITE; `null` if it has none. */
  readonly callerNumber: string | null;
  /** The caller's display name in the INVITE; `null` if it has none. */
  readonly callerName: string | null;
  /** When the INVITE came. */
  readonly invitedAt: number;
  /** When the phone answered; `null` while it rings. */
  readonly answeredAt: number | null;
  /** When the chime was over and the operator could be heard; `null` before. */
  readonly microphoneOpenedAt: number | null;
  /** Whether the outgoing track is silenced. */
  readonly muted: boolean;
  /** When `muted` last changed; before the first change, when the INVITE came. */
  readonly mutedAt: number;
  /** Present while the call of an earlier page has no media path yet. */
  readonly isReturning?: true;
}

/** The end of a SIP call. */
export interface EndedSipCall {
  /** The phone's id of the SIP call. */
  readonly callId: string;
  /** The caller's number in the INVITE; `null` if it has none. */
  readonly callerNumber: string | null;
  /** Who ended the call. */
  readonly by: CallEndedBy;
  /** Whether the call was answered. If not, it was missed or cancelled. */
  readonly answered: boolean;
  /** The SIP stack's cause, in English, for logs and support. */
  readonly cause: string;
  /** When it ended, in monotonic ms. */
  readonly at: number;
}

/** A SIP call that the phone refused. */
export interface RefusedInvite {
  /** The phone's id of the SIP call. */
  readonly callId: string;
  /** Why the phone refused it. */
  readonly refusal: InviteRefusal;
  /** The caller's number in the INVITE; `null` if it has none. */
  readonly callerNumber: string | null;
  /** When it was refused, in monotonic ms. */
  readonly at: number;
}

/** The call's sound quality in words. The figures of each second are the softphone's `quality`. */
export interface SoundQuality {
  /** The overall rating. */
  readonly rating: QualityRating;
  /** What is wrong with the line; empty if nothing is. */
  readonly alarms: readonly QualityAlarm[];
  /** The mean opinion score when the rating or the alarms last changed, to one decimal. */
  readonly mos: number;
}

/** The facts about the sound of the present SIP call. The next call starts without any. */
export interface CallSound {
  /** Why the outgoing track sends nothing; `null` while it sends. */
  readonly muteCause: MuteCause | null;
  /** Whether each direction is heard; `null` before the first proof. */
  readonly proof: CallMediaFlow | null;
  /** The sound quality; `null` before the first measurement. */
  readonly quality: SoundQuality | null;
}

/** The device that serves a use, and why it changed. */
export interface DeviceInUse {
  /** The device; `null` if none serves the use, or if only the browser knows its default. */
  readonly device: AudioDevice | null;
  /** Why the device changed. */
  readonly cause: DeviceChangeCause;
}

/** The phone's state. */
export interface SoftphoneState {
  /** The registration of the extension at the SIP server. */
  readonly registration: Registration;
  /** The state of the microphone. */
  readonly microphone: Microphone;
  /** Whether sound can be heard, or the browser blocks it. */
  readonly playback: Playback;
  /** The present SIP call; `null` if there is none. */
  readonly call: SipCall | null;
  /** The facts about the present call's sound. */
  readonly sound: CallSound;
  /** The uses whose device has changed. The lists to choose from are the softphone's `devices`. */
  readonly devices: Readonly<Partial<Record<AudioUse, DeviceInUse>>>;
  /** Why the phone of an available operator was not ready for `notReadyGrace`; `null` if it is ready. */
  readonly notReady: NotReadyReason | null;
  /** The SIP call that ended last; `null` if there was none. */
  readonly lastEnded: EndedSipCall | null;
  /** The SIP call that the phone refused last, to explain a missed call; `null` if there was none. */
  readonly lastRefused: RefusedInvite | null;
  /** Differences with the server whose grace ended up to this time (monotonic ms) count as disagreements; see `reconcile`. */
  readonly reconciledAt: number;
}

/** The sound of a call that has just begun. */
export const noSound: CallSound = { muteCause: null, proof: null, quality: null };

/** The state of a phone that was never started. */
export const initialSoftphoneState: SoftphoneState = {
  registration: { status: 'off' },
  microphone: { status: 'off' },
  playback: { status: 'idle' },
  call: null,
  sound: noSound,
  devices: {},
  notReady: null,
  lastEnded: null,
  lastRefused: null,
  reconciledAt: 0,
};
