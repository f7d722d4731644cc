import type { CallDirection } from '../state/agent-state';
import type { CallPhase } from '../state/call/call-phase';

/**
 * Where the server and the phone say different things, for longer than the grace of 2 s.
 *
 * - `no-audio`: Mediatel says talking or on hold, but the phone has no answered call.
 * - `no-ring`: Mediatel is delivering a call, but the phone has none.
 * - `server-idle`: the phone is in a call that Mediatel does not know.
 * - `muted-here-only`: the outgoing track is silenced, Mediatel's mute is off although it could be set.
 * - `muted-at-server-only`: Mediatel keeps the operator silent while the outgoing track is open.
 */
export type CallDisagreement = 'no-audio' | 'no-ring' | 'server-idle' | 'muted-here-only' | 'muted-at-server-only';

/** What the phone contributes; `ringing` waits for an answer, automatic or by hand. */
export type CallAudio = 'none' | 'ringing' | 'answered';

/** Who silences the operator. */
export type CallMute = 'off' | 'here' | 'server' | 'both';

/** The one call an operator has, told from Mediatel and the phone together. */
export interface MediatelCall {
  /** `null` for a call that only the phone knows. */
  readonly number: number | null;
  readonly callTraceID: string | null;
  /** Mediatel's phase; `audio-only` where Mediatel knows of no call. */
  readonly phase: CallPhase | 'audio-only';
  readonly direction: CallDirection | null;
  /** The other party's number: Mediatel's `ani`, else what the INVITE said. */
  readonly otherParty: string | null;
  readonly callerName: string | null;
  readonly queueName: string | null;
  readonly callType: string | null;
  readonly callCustomerID: string | null;
  /** Server ms of the first `STATE_CALL_ACTIVE`; runs on through hold. */
  readonly activeSince: number | null;
  /** Seconds; `null` for no limit. */
  readonly maxCallDuration: number | null;
  /** The SIP dialog's Call-ID, while there is one. */
  readonly sipCallId: string | null;
  readonly audio: CallAudio;
  readonly mute: CallMute;
  readonly disagreements: readonly CallDisagreement[];
}
