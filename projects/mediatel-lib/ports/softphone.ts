import type { Signal } from '@angular/core';
import type { Observable } from 'rxjs';
import type { SipAccount } from './account';
import type { MicrophoneFailure } from './microphone-error';

/**
 * How the extension's registration stands.
 *
 * ```
 *  off ──start()──▶ connecting ──▶ registering ──▶ registered ──▶ (re-REGISTER at half-life)
 *   ▲                   ▲               │               │
 *   └──stop()── any     └── waiting ◀───┴───────────────┘   waiting: retried with jitter, at `retryAt`
 *                                       └──▶ rejected (wrong SIP account: told, tried again on demand)
 * ```
 */
export type Registration =
  | { readonly status: 'off' }
  | { readonly status: 'connecting' }
  | { readonly status: 'registering' }
  /** `otherContacts`: how many further devices hold the same extension and may answer instead. */
  | { readonly status: 'registered'; readonly otherContacts: number }
  /** `retryAt`: monotonic milliseconds of the next try. */
  | { readonly status: 'waiting'; readonly retryAt: number; readonly detail: string }
  | { readonly status: 'rejected'; readonly sipStatus: number; readonly detail: string };

export type Microphone =
  | { readonly status: 'off' }
  | { readonly status: 'asking' }
  /** Open with its track disabled outside of calls. */
  | { readonly status: 'ready'; readonly label: string }
  | { readonly status: 'failed'; readonly failure: MicrophoneFailure; readonly detail: string };

/** Whether remote audio can be heard: browsers block it until the user has touched the page. */
export type Playback = { readonly status: 'idle' } | { readonly status: 'playing' } | { readonly status: 'blocked' };

/** Why the tab refused a call by itself. */
export type InviteRefusal = 'no-microphone' | 'busy';

/** Whose doing the end of a SIP call was. */
export type CallEnder = 'operator' | 'server' | 'failure';

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
  | { readonly type: 'muteChanged'; readonly callId: string; readonly muted: boolean }
  | {
      readonly type: 'ended';
      readonly callId: string;
      readonly by: CallEnder;
      /** Whether it had been answered: an unanswered one was missed or cancelled. */
      readonly answered: boolean;
      readonly cause: string;
      readonly at: number;
    };

/** Levels of both directions, 0 to 1, for meters; never in the store. */
export interface AudioLevels {
  readonly microphone: number;
  readonly remote: number;
}

/** The operator's phone: one registration, at most one call. */
export abstract class Softphone {
  abstract readonly events: Observable<SoftphoneEvent>;
  abstract readonly levels: Signal<AudioLevels>;
  /** Opens the microphone (its track disabled) and registers. Failures come as events. */
  abstract start(account: SipAccount): void;
  /** Ends calls, unregisters and releases the microphone. */
  abstract stop(): void;
  /** Registers at once instead of at `retryAt`. */
  abstract registerNow(): void;
  /** Asks for the microphone again after a failure. */
  abstract reopenMicrophone(): void;
  /** Answers the ringing call; a second call for the same id does nothing. */
  abstract answer(callId: string): void;
  /** Ends the call at SIP's level (BYE, or a rejection while it rings); a no-op once it has ended. */
  abstract hangUp(callId: string): void;
  abstract setMuted(callId: string, muted: boolean): void;
  /** Sends DTMF digits (`0-9*#A-D`) in the call. */
  abstract sendDigits(callId: string, digits: string): void;
  /** Plays blocked audio; must be called from a user's gesture. */
  abstract unlockPlayback(): void;
}
