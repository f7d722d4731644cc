import type { CallEnder, InviteRefusal, Microphone, Playback, Registration } from 'mediatel-lib/ports';

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
  readonly by: CallEnder;
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

export interface SoftphoneState {
  readonly registration: Registration;
  readonly microphone: Microphone;
  readonly playback: Playback;
  readonly call: SipCall | null;
  readonly lastEnded: EndedSipCall | null;
  /** For "why was that missed?". */
  readonly lastRefused: RefusedInvite | null;
  /** Monotonic milliseconds up to which disagreements with the server have matured; see `reconcile`. */
  readonly reconciledAt: number;
}

export const initialSoftphoneState: SoftphoneState = {
  registration: { status: 'off' },
  microphone: { status: 'off' },
  playback: { status: 'idle' },
  call: null,
  lastEnded: null,
  lastRefused: null,
  reconciledAt: 0,
};
