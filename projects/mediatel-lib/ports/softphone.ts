import type { Signal } from '@angular/core';
import type { Observable } from 'rxjs';
import type { SipAccount } from './account';
import type { CallMediaFlow } from './audio/media-flow';
import type { AudioDevice, AudioDevices, AudioUse, DeviceChangeCause } from './audio/audio-devices';
import type { AudioFacts } from './audio/audio-facts';
import type { CallQuality, QualityAlarm, QualityRating } from './audio/call-quality';
import type { Microphone } from './audio/microphone';
import type { PhoneCommand } from './phone-command';

/**
 * How the extension's registration stands.
 *
 * ```
 *  off ──start()──▶ connecting ──▶ registering ──▶ registered ──▶ (re-REGISTER at half-life)
 *   ▲                   ▲               │               │
 *   └──stop()── any     └── waiting ◀───┴───────────────┘   waiting: retried with jitter, at `retryAt`
 *                                       └──▶ rejected (wrong SIP account: told, tried again on demand; unknown or forbidden: slowly)
 * ```
 */
export type Registration =
  | { readonly status: 'off' }
  | { readonly status: 'connecting' }
  | { readonly status: 'registering' }
  /** `otherContacts`: how many further devices hold the same extension and may answer instead. */
  | { readonly status: 'registered'; readonly otherContacts: number }
  /**
   * `retryAt`: monotonic milliseconds of the next try. `unauthorised`: the server refuses this browser (HTTP 401 or 403). `blocked`: the
   * browser keeps the page from the local network.
   */
  | {
      readonly status: 'waiting';
      readonly retryAt: number;
      readonly detail: string;
      readonly unauthorised?: true;
      readonly blocked?: true;
    }
  /** `sipStatus` 0: nobody was asked, since the account can't be one or, with `loaded` false, the phone's code could not be fetched. */
  | { readonly status: 'rejected'; readonly sipStatus: number; readonly detail: string; readonly loaded?: false };

/** Whether sound can be heard, the other party's as the ring tone and the chime: browsers block it until the page is touched. */
export type Playback = { readonly status: 'idle' } | { readonly status: 'playing' } | { readonly status: 'blocked' };

/** Why the tab refused a call by itself. */
export type InviteRefusal = 'no-microphone' | 'busy';

/** Whose doing the end of a SIP call was. */
export type CallEndedBy = 'operator' | 'server' | 'failure';

/**
 * Why nothing of the operator is sent, told from the outgoing track itself.
 *
 * `operator`: the track is disabled, by `setMuted`. `system`: the browser or the headset's own key mutes it. `ended`: its
 * device is gone and none stands in.
 */
export type MuteCause = 'operator' | 'system' | 'ended';

/** What the softphone reports. Plain data, so that it can become actions as it is. Times are monotonic milliseconds. */
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
  /** The 200 was sent. */
  | { readonly type: 'answered'; readonly callId: string; readonly at: number }
  /** The chime is over and the operator can be heard. */
  | { readonly type: 'microphoneOpened'; readonly callId: string; readonly at: number }
  /** The track that is sent was silenced or is heard again, whoever did it. `cause` is absent where it is heard. */
  | { readonly type: 'muteChanged'; readonly callId: string; readonly muted: boolean; readonly cause?: MuteCause }
  /** Another device serves a use; `device` is `null` where none does, or only the browser knows its default. */
  | {
      readonly type: 'deviceChanged';
      readonly use: AudioUse;
      readonly device: AudioDevice | null;
      readonly cause: DeviceChangeCause;
    }
  /** The rating or the alarms changed; the figures themselves are in `quality`. `mos` to one decimal. */
  | {
      readonly type: 'qualityChanged';
      readonly callId: string;
      readonly rating: QualityRating;
      readonly alarms: readonly QualityAlarm[];
      readonly mos: number;
      readonly at: number;
    }
  /** What is known of either direction's being heard has changed. */
  | { readonly type: 'audioProved'; readonly callId: string; readonly proof: CallMediaFlow; readonly at: number }
  | {
      readonly type: 'ended';
      readonly callId: string;
      readonly by: CallEndedBy;
      /** Whether it had been answered: an unanswered one was missed or cancelled. */
      readonly answered: boolean;
      readonly cause: string;
      readonly at: number;
    };

/** Levels of both directions, 0 to 1, for meters; never in the store. `null` where the browser measures none. */
export interface AudioLevels {
  readonly microphone: number | null;
  readonly remote: number | null;
}

/** The operator's phone: one registration, at most one call. */
export abstract class Softphone {
  abstract readonly events: Observable<SoftphoneEvent>;
  abstract readonly levels: Signal<AudioLevels>;
  abstract readonly devices: Signal<AudioDevices>;
  /** `null` outside of calls and in a call's first second. */
  abstract readonly quality: Signal<CallQuality | null>;
  abstract readonly audioFacts: Signal<AudioFacts>;
  /** Opens the microphone (its track disabled) and registers. Failures come as events. */
  abstract start(account: SipAccount): void;
  /** Ends calls, unregisters and releases the microphone. */
  abstract stop(): void;
  /**
   * Lets go of everything at once and without a word, for a page that goes away or is the phone no more. The server drops the
   * binding with the socket; an un-REGISTER would meet a 401, or remove the binding that another tab has in its place.
   */
  abstract drop(): void;
  /** Executes a command. It does nothing before the first `start()`, or where its call is over. */
  abstract execute(command: PhoneCommand): void;
}
