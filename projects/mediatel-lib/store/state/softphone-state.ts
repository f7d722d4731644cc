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

/** The phone's one call at SIP's level. Times are monotonic milliseconds. */
export interface SipCall {
  readonly callId: string;
  readonly callerNumber: string | null;
  readonly callerName: string | null;
  readonly invitedAt: number;
  /** `null` while it rings. */
  readonly answeredAt: number | null;
  /** When the chime was over and the operator could be heard. */
  readonly microphoneOpenedAt: number | null;
  /** The outgoing track is silenced. */
  readonly muted: boolean;
  readonly mutedAt: number;
}

export interface EndedSipCall {
  readonly callId: string;
  readonly callerNumber: string | null;
  readonly by: CallEndedBy;
  readonly answered: boolean;
  readonly cause: string;
  readonly at: number;
}

export interface RefusedInvite {
  readonly callId: string;
  readonly refusal: InviteRefusal;
  readonly callerNumber: string | null;
  readonly at: number;
}

/** How the call sounds, in words; the figures of each second are the softphone's `quality`. `mos` to one decimal. */
export interface SoundQuality {
  readonly rating: QualityRating;
  readonly alarms: readonly QualityAlarm[];
  readonly mos: number;
}

/** What is known of the sound of the phone's call; gone with it. */
export interface CallSound {
  /** Why the outgoing track sends nothing; `null` while it does. */
  readonly muteCause: MuteCause | null;
  readonly proof: CallMediaFlow | null;
  readonly quality: SoundQuality | null;
}

/** The device that serves a use since it last changed, and why it does. */
export interface DeviceInUse {
  readonly device: AudioDevice | null;
  readonly cause: DeviceChangeCause;
}

export interface SoftphoneState {
  readonly registration: Registration;
  readonly microphone: Microphone;
  readonly playback: Playback;
  readonly call: SipCall | null;
  readonly sound: CallSound;
  /** Uses whose device has changed; the lists to choose from are the softphone's `devices`. */
  readonly devices: Readonly<Partial<Record<AudioUse, DeviceInUse>>>;
  /** What has kept an available operator from taking calls for longer than `notReadyGrace`. */
  readonly notReady: NotReadyReason | null;
  readonly lastEnded: EndedSipCall | null;
  /** For "why was that missed?". */
  readonly lastRefused: RefusedInvite | null;
  /** Monotonic milliseconds up to which disagreements with the server have matured; see `reconcile`. */
  readonly reconciledAt: number;
}

export const noSound: CallSound = { muteCause: null, proof: null, quality: null };

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
