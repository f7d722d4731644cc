import type { HeardEvent } from '../customer/heard-event';
import type { OperatorFailure } from '../sip/operator-failure';

export type { HeardEvent };

/**
 * The interface between the agent farm (Mediatel's side) and the voice side (SIP and WebRTC).
 *
 * The farm decides *what* happens to a call and when. Telephony rings, connects, plays and records. The farm is tested
 * with a fake of this interface, telephony with a fake farm.
 */

/** Why the customer could not be reached. */
export type CustomerFailure = 'busy' | 'no-answer' | 'invalid-number';

/** What telephony reports of one call, in order. `ended` is always the last and comes exactly once. */
export type CallProgress =
  | { readonly type: 'operatorRinging' }
  | { readonly type: 'operatorAnswered' }
  /**
   * The recording's first sample is of this time, by `performance.now()`: what happens at `t` is in the recording at
   * `t - at` ms, to ±20 ms, a stall of the machine apart. What the operator says is there about 80 ms later. Comes
   * within 50 ms of `operatorAnswered`, before or after other reports.
   */
  | { readonly type: 'recordingBegan'; readonly at: number }
  | { readonly type: 'operatorFailed'; readonly reason: OperatorFailure; readonly sipStatus?: number }
  | { readonly type: 'customerRinging' }
  | { readonly type: 'customerAnswered' }
  | { readonly type: 'customerFailed'; readonly reason: CustomerFailure }
  | { readonly type: 'operatorDigit'; readonly digit: string }
  | { readonly type: 'ended'; readonly by: 'operator' | 'customer' | 'server' };

/** The mouth of a scripted customer. Does nothing once the call has ended. */
export interface CustomerVoice {
  /**
   * Speaks samples of 8 kHz, after what is being spoken; before both hear each other, as soon as they do. The samples
   * can be said again. While the call is on hold the line goes on, unheard.
   */
  say(samples: Int16Array): void;
  /** Stops in the middle of a line, and drops those that wait. None of them is reported as said. */
  hush(): void;
  /** Whether the customer's sound is gone: nothing is sent to the operator, as with a broken line. Hold sends silence. */
  setGone(gone: boolean): void;
  /** Ends the call after what is being spoken; before both hear each other, at once. For the middle: `hush` first. */
  hangUp(): void;
}

/** A customer whose lines come from elsewhere, such as a scenario. */
export interface ScriptedCustomer {
  /** Outgoing calls: how the customer's phone reacts. */
  readonly dialled: 'answers' | 'busy' | 'neverAnswers';
  /** Called once, when the call is placed: within `startCall`, before the first event. Not if it can't be placed. */
  begin(voice: CustomerVoice): void;
  /** Never called within `startCall`, nor after the call's `ended`. A fault in here affects nothing but the script. */
  heard(event: HeardEvent): void;
}

/** What telephony needs to place a call. */
export interface CallRequest {
  /** The name of the recording; unique, also over restarts. */
  readonly callTraceId: string;
  readonly extension: string;
  /** The other party's number, digits and an optional leading `+`. */
  readonly customerNumber: string;
  readonly direction: 'outgoing' | 'incoming' | 'predictive';
  /** Shown as the caller's name in the INVITE's From. */
  readonly queueName: string;
  /** Who answers; without it the number decides (`customer/dial-plan.ts`). */
  readonly customer?: ScriptedCustomer;
}

/** A present call. Every method may be called at any time, and does nothing once the call has ended. */
export interface CallHandle {
  readonly callTraceId: string;
  /** Outgoing: dial the customer now that the operator's leg is up. The operator hears ringback or busy in that leg. */
  dialCustomer(): void;
  /** For incoming and predictive calls: connects the customer, who waits with music, to the operator. */
  connectCustomer(): void;
  hold(): void;
  retrieve(): void;
  /** Silences the operator towards the customer, and in the recording's operator channel. */
  setMuted(muted: boolean): void;
  /** Ends both legs: CANCEL while ringing, BYE afterwards. */
  end(): void;
}

/** The voice side as the farm uses it. */
export interface Telephony {
  isRegistered(extension: string): boolean;
  /**
   * Places the call: rings the operator's extension at once. Reports progress asynchronously, never within this
   * function.
   */
  startCall(request: CallRequest, onProgress: (progress: CallProgress) => void): CallHandle;
}
