import type { CallDirection } from '../state/agent-state';
import type { CallPhase } from '../state/call/call-phase';

/**
 * A difference between the server and the phone that has lasted longer than the grace of 2 s (`reconcileGrace`).
 *
 * - `no-audio`: Mediatel says talking or on hold, but the phone has no answered call.
 * - `no-ring`: Mediatel is delivering a call, but the phone has none.
 * - `server-idle`: the phone is in a call that Mediatel does not know.
 * - `muted-here-only`: the outgoing track is silenced, but Mediatel's mute is off although it could be set.
 * - `muted-at-server-only`: Mediatel mutes the operator, but the outgoing track is open.
 */
export type CallDisagreement = 'no-audio' | 'no-ring' | 'server-idle' | 'muted-here-only' | 'muted-at-server-only';

/** The SIP call's part. `none`: there is no SIP call. `ringing`: it waits for an answer, automatic or by hand. */
export type CallAudio = 'none' | 'ringing' | 'answered';

/** Who mutes the operator: nobody (`off`), the outgoing track (`here`), Mediatel (`server`), or `both`. */
export type CallMute = 'off' | 'here' | 'server' | 'both';

/** The operator's one call, reconciled from Mediatel's snapshot and the SIP call. */
export interface MediatelCall {
  /** This tab's own number of the call, counting up; `null` for a call that only the phone knows. */
  readonly number: number | null;
  /** The call's id at Mediatel; `null` before it comes. */
  readonly callTraceID: string | null;
  /** Mediatel's phase; `audio-only` if Mediatel knows no call. */
  readonly phase: CallPhase | 'audio-only';
  /** Who began the call; `null` if unknown. */
  readonly direction: CallDirection | null;
  /** The other party's phone number: Mediatel's `ani`, or else the number in the INVITE; `null` if unknown. */
  readonly otherParty: string | null;
  /** The display name in the INVITE; `null` if it has none. */
  readonly callerName: string | null;
  /** The queue of the call; `null` if unknown. */
  readonly queueName: string | null;
  /** The snapshot's `callType`; `null` if it has none. */
  readonly callType: string | null;
  /** Mediatel's id of the customer; `null` if unknown. */
  readonly callCustomerID: string | null;
  /** When the first `STATE_CALL_ACTIVE` began, in server ms; it stays through hold. `null` before. */
  readonly activeSince: number | null;
  /** How long the call may last, in seconds; `null` if there is no limit. */
  readonly maxCallDuration: number | null;
  /** The phone's id of the SIP call; `null` if there is none. */
  readonly sipCallId: string | null;
  /** The SIP call's part. */
  readonly audio: CallAudio;
  /** Who mutes the operator. */
  readonly mute: CallMute;
  /** The differences between server and phone; empty if there are none, or without a link to Mediatel. */
  readonly disagreements: readonly CallDisagreement[];
}
