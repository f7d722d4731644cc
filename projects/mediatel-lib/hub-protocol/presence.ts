import type { AgentStateName, AgentStatusName } from 'mediatel-lib/protocol';

/** States of the phone's SIP registration, with the names of `Registration`. */
export const presenceRegistrations = ['off', 'connecting', 'registering', 'registered', 'waiting', 'rejected'] as const;
/** State of the phone's SIP registration. */
export type PresenceRegistration = (typeof presenceRegistrations)[number];

/** States of the operator's microphone. */
export const presenceMicrophones = ['ready', 'off', 'failed'] as const;
/** State of the operator's microphone. */
export type PresenceMicrophone = (typeof presenceMicrophones)[number];

/** Kinds of calls, as far as the operator's tab can know. */
export const presenceCallKinds = ['outgoing', 'incoming', 'predictive', 'unknown'] as const;
/** Kind of a call. */
export type PresenceCallKind = (typeof presenceCallKinds)[number];

/** The operator's call. */
export interface PresenceCall {
  /** The call's trace id; `null` until Mediatel sends it. */
  readonly traceId: string | null;
  /** Kind of the call. */
  readonly kind: PresenceCallKind;
  /**
   * When the conversation began, by Mediatel's clock (ms): the `time` of the first `STATE_CALL_ACTIVE`; `null` before
   * the answer.
   */
  readonly start: number | null;
  /** The other party's number. The hub masks it for supervisors who may not see it. */
  readonly number: string | null;
}

/** How the call sounds to the operator: the latest values of `CallQuality`. */
export interface PresenceQuality {
  /** Mean opinion score by ITU-T G.107, 1 to 4.5. */
  readonly mos: number;
  /** Round trip in milliseconds; `null` until known. */
  readonly roundTrip: number | null;
  /** Jitter in milliseconds. */
  readonly jitter: number;
}

/**
 * What an operator's tab publishes of its operator [ours: Mediatel documents no supervisor feed].
 *
 * The `VouchCookie` identifies the operator, never the message. `since` and `serverTime` are Mediatel's clock (ms).
 * Only their difference is used across machines, so clocks need not agree.
 */
export interface Presence {
  /** The operator's Mediatel login. The hub compares it with the cookie's. */
  readonly operator: string;
  /** The operator's extension. */
  readonly extension: string | null;
  /** The state as Mediatel names it. */
  readonly state: AgentStateName;
  /** The status as Mediatel names it. */
  readonly status: AgentStatusName;
  /** When the state began, by Mediatel's clock (ms); `null` if unknown. */
  readonly since: number | null;
  /** Mediatel's clock when this was published (ms). */
  readonly serverTime: number;
  /** Name of the pause; `null` outside of one. */
  readonly pause: string | null;
  /** Name of the call's queue; `null` if there is none. */
  readonly queue: string | null;
  /** The current call; `null` outside of one. */
  readonly call: PresenceCall | null;
  /** Whether a call code is chosen but not saved yet, for “6 min in clerical, no code chosen”. */
  readonly codeChosen: boolean;
  /** Whether this tab is connected to Mediatel. If not, the rest is the last known state. */
  readonly connected: boolean;
  /** State of the phone's SIP registration. */
  readonly registered: PresenceRegistration;
  /** State of the operator's microphone. */
  readonly microphone: PresenceMicrophone;
  /** Whether the operator is muted in the current call. */
  readonly muted: boolean;
  /** Quality of the current call; `null` outside of one. */
  readonly quality: PresenceQuality | null;
  /** Version of this library in the tab. */
  readonly libraryVersion: string;
}
