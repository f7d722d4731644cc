import { Injectable, type Signal, inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { SipAccount } from './account';
import type { CallMediaFlow } from './audio/media-flow';
import type { AudioDevice, AudioDevices, AudioUse, DeviceChangeCause } from './audio/audio-devices';
import type { AudioFacts } from './audio/audio-facts';
import type { CallQuality, QualityAlarm, QualityRating } from './audio/call-quality';
import type { Microphone } from './audio/microphone';
import type { PhoneCommand } from './phone-command';
import { SetupPlace } from './setup-place';

/**
 * State of the extension's SIP registration.
 *
 * ```
 *  off ──start()──▶ connecting ──▶ registering ──▶ registered ──▶ (re-REGISTER at half-life)
 *   ▲                   ▲               │               │
 *   └──stop()── any     └── waiting ◀───┴───────────────┘   waiting: retries with jitter, at `retryAt`
 *                                       └──▶ rejected (wrong SIP account: retries on demand only; unknown or forbidden: slowly)
 * ```
 */
export type Registration =
  | { readonly status: 'off' }
  | { readonly status: 'connecting' }
  | { readonly status: 'registering' }
  /** `otherContacts`: number of other devices registered for the same extension. They may answer instead. */
  | { readonly status: 'registered'; readonly otherContacts: number }
  /**
   * `retryAt`: monotonic time of the next try (ms). `unauthorised`: the server refuses this browser (HTTP 401 or 403).
   * `blocked`: the browser blocks the page from the local network. `asked`: the server asked to wait (`Retry-After`).
   */
  | {
      readonly status: 'waiting';
      readonly retryAt: number;
      readonly detail: string;
      readonly unauthorised?: true;
      readonly blocked?: true;
      readonly asked?: true;
    }
  /**
   * `sipStatus`: the server's status code. It is 0 if no server was asked: the account is not valid or, with `loaded`
   * false, the phone's code could not be fetched.
   */
  | { readonly status: 'rejected'; readonly sipStatus: number; readonly detail: string; readonly loaded?: false };

/**
 * Whether sounds can be heard: the other party, the ring tone, the chime. Browsers block sound until a gesture on the
 * page.
 */
export type Playback = { readonly status: 'idle' } | { readonly status: 'playing' } | { readonly status: 'blocked' };

/** Why the phone refused a call without the operator. */
export type InviteRefusal = 'no-microphone' | 'busy';

/** Who ended a SIP call. */
export type CallEndedBy = 'operator' | 'server' | 'failure';

/**
 * Why the operator is not heard, read from the outgoing track itself.
 *
 * `operator`: `setMuted` disabled the track. `system`: the browser or the headset's own key mutes it. `ended`: its
 * device is unplugged, and no other serves.
 */
export type MuteCause = 'operator' | 'system' | 'ended';

/** An event of the phone. Plain data, so that it can become an action unchanged. `at`: monotonic time (ms). */
export type SoftphoneEvent =
  | { readonly type: 'registrationChanged'; readonly registration: Registration }
  | { readonly type: 'microphoneChanged'; readonly microphone: Microphone }
  | { readonly type: 'playbackChanged'; readonly playback: Playback }
  | {
      readonly type: 'invited';
      readonly callId: string;
      readonly callerNumber: string | null;
      readonly callerName: string | null;
      readonly at: number;
    }
  | {
      readonly type: 'inviteRefused';
      readonly callId: string;
      readonly refusal: InviteRefusal;
      readonly callerNumber: string | null;
      readonly at: number;
    }
  /**
   * The phone goes on with an answered call of an earlier page or tab. Its media path comes later, see `reconnected`. `answeredAt`: monotonic
   * time of the answer (ms), before this page's start.
   */
  | {
      readonly type: 'resumed';
      readonly callId: string;
      readonly callerNumber: string | null;
      readonly callerName: string | null;
      readonly answeredAt: number;
      readonly muted: boolean;
      readonly at: number;
    }
  /** A resumed call's new media path is up. Whether sound comes over it is in `audioProved`. */
  | { readonly type: 'reconnected'; readonly callId: string; readonly at: number }
  /** The phone sent the 200 response. */
  | { readonly type: 'answered'; readonly callId: string; readonly at: number }
  /** The chime is over and the operator can be heard. */
  | { readonly type: 'microphoneOpened'; readonly callId: string; readonly at: number }
  /** The outgoing track was muted or unmuted, by whatever cause. `cause` is absent when unmuted. */
  | { readonly type: 'muteChanged'; readonly callId: string; readonly muted: boolean; readonly cause?: MuteCause }
  /** Another device serves a use. `device` is `null` if none does, or if only the browser knows its default. */
  | {
      readonly type: 'deviceChanged';
      readonly use: AudioUse;
      readonly device: AudioDevice | null;
      readonly cause: DeviceChangeCause;
    }
  /** The rating or the alarms changed. All figures are in `quality`. `mos`: to one decimal. */
  | {
      readonly type: 'qualityChanged';
      readonly callId: string;
      readonly rating: QualityRating;
      readonly alarms: readonly QualityAlarm[];
      readonly mos: number;
      readonly at: number;
    }
  /** The state of the media flow changed in either direction. */
  | { readonly type: 'audioProved'; readonly callId: string; readonly proof: CallMediaFlow; readonly at: number }
  | {
      readonly type: 'ended';
      readonly callId: string;
      readonly by: CallEndedBy;
      /** Whether the call had been answered. If not, it was missed or cancelled. */
      readonly answered: boolean;
      readonly cause: string;
      readonly at: number;
    };

/** Levels of both directions for meters, 0 to 1. They are never in the store. `null`: the browser measures none. */
export interface AudioLevels {
  /** Level of the operator's microphone. */
  readonly microphone: number | null;
  /** Level of the other party. */
  readonly remote: number | null;
}

/** The operator's phone: one registration and at most one call. */
@Injectable({ providedIn: 'root', useFactory: () => inject(SetupPlace).get(Softphone) })
export abstract class Softphone {
  /** Everything that changes, as plain data. */
  abstract readonly events: Observable<SoftphoneEvent>;
  /** Audio levels, for meters. */
  abstract readonly levels: Signal<AudioLevels>;
  /** The audio devices and what they are used for. */
  abstract readonly devices: Signal<AudioDevices>;
  /** Quality of the current call; `null` outside of calls and in a call's first second. */
  abstract readonly quality: Signal<CallQuality | null>;
  /** What the phone knows of its audio, for the readiness check. */
  abstract readonly audioFacts: Signal<AudioFacts>;
  /** Opens the microphone (its track disabled) and registers. Failures are reported as events. */
  abstract start(account: SipAccount): void;
  /** Ends calls, unregisters and releases the microphone. */
  abstract stop(): void;
  /**
   * Releases everything at once and sends nothing, for a page that closes or is no longer the phone. A call that a later
   * page can resume is left to it: its end is not reported.
   *
   * The server drops the binding together with the socket. An un-REGISTER would meet a 401, or remove the binding
   * that another tab has made instead.
   */
  abstract drop(): void;

  /**
   * Id of the answered call of an earlier page or tab that `start()` would go on with; `null` if there is none.
   *
   * After such a start, `resumed` comes before the first change of the registration, or the call can't be resumed. The
   * default is for a phone that resumes no calls.
   */
  keptCall(_account: SipAccount): string | null {
    return null;
  }

  /**
   * Leaves the call to another tab. It drops everything as `drop()` does, except the sound of the call, which stays
   * until `drop()`, `stop()` or a `start()` that has resumed the call. Nothing is sent, and the call's end is not
   * reported.
   *
   * Returns whether a sound stays. The default drops.
   */
  handOver(): boolean {
    this.drop();
    return false;
  }
  /** Executes a command. It does nothing before the first `start()`, or if its call is over. */
  abstract execute(command: PhoneCommand): void;
}
