import type { AgentStateName, AgentStatusName } from 'mediatel-lib/protocol';

/** What the operator's phone is at: how its registration stands, in the words of the softphone's own state. */
export const presenceRegistrations = ['off', 'connecting', 'registering', 'registered', 'waiting', 'rejected'] as const;
export type PresenceRegistration = (typeof presenceRegistrations)[number];

/** Whether the operator's microphone can be heard from at all. */
export const presenceMicrophones = ['ready', 'off', 'failed'] as const;
export type PresenceMicrophone = (typeof presenceMicrophones)[number];

/** What a call is, as far as the operator's tab can know. */
export const presenceCallKinds = ['outgoing', 'incoming', 'predictive', 'unknown'] as const;
export type PresenceCallKind = (typeof presenceCallKinds)[number];

/** The operator's call. */
export interface PresenceCall {
  /** `null` until Mediatel has named it. */
  readonly traceId: string | null;
  readonly kind: PresenceCallKind;
  /** Mediatel's clock, milliseconds: the first `STATE_CALL_ACTIVE`'s `time`; `null` before anybody has answered. */
  readonly start: number | null;
  /** The other party's number; masked by the hub for supervisors who may not see it. */
  readonly number: string | null;
}

/** How the call sounds to the operator: the last samples of `CallQuality`. */
export interface PresenceQuality {
  /** Mean opinion score by ITU-T G.107, 1 to 4.5. */
  readonly mos: number;
  /** Milliseconds; `null` until known. */
  readonly roundTrip: number | null;
  /** Milliseconds. */
  readonly jitter: number;
}

/**
 * What an operator's tab tells of its operator [ours: Mediatel documents no supervisor feed].
 *
 * Whose presence it is says the `VouchCookie`, never the message. `since` and `serverTime` are Mediatel's clock in milliseconds;
 * their difference alone is used across machines, so no two clocks need to agree.
 */
export interface Presence {
  /** The login as Mediatel knows it; the hub checks it against the cookie's. */
  readonly operator: string;
  readonly extension: string | null;
  readonly state: AgentStateName;
  readonly status: AgentStatusName;
  readonly since: number | null;
  /** Mediatel's clock when this was published. */
  readonly serverTime: number;
  /** The pause's name; `null` outside of one. */
  readonly pause: string | null;
  readonly queue: string | null;
  readonly call: PresenceCall | null;
  /** A call code is chosen but not yet saved; tells “6 min in clerical, no code chosen”. */
  readonly codeChosen: boolean;
  /** Whether this tab has Mediatel's own connection now; without it the rest is what was last known. */
  readonly connected: boolean;
  readonly registered: PresenceRegistration;
  readonly microphone: PresenceMicrophone;
  readonly muted: boolean;
  readonly quality: PresenceQuality | null;
  readonly libraryVersion: string;
}
