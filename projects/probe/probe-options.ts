/** What a probe is allowed to do, and with which accounts. */
export interface ProbeOptions {
  /** Address of the agent farm, without a path. */
  readonly url: string;
  /** Address of the SIP WebSocket; `null`: SIP is not probed. */
  readonly sip: string | null;
  /** Address of the recordings' service, without a path. */
  readonly recordings: string;
  /** The Origin of the CRM's pages. */
  readonly origin: string;
  /** The value of `VouchCookie`; `null`: none. */
  readonly cookie: string | null;
  /** The operator to log in; `null`: nothing is changed. */
  readonly account: MediatelAccount | null;
  /** The account to register; `null`: nothing is registered. */
  readonly sipAccount: SipAccount | null;
  /** Which pause to take and end; `null`: the first in the list. */
  readonly pauseId: string | null;
  /** The call to place; `null`: none. */
  readonly call: CallWish | null;
  /** A STUN server for the call's audio, `stun:HOST:PORT`; `null`: none. */
  readonly stun: string | null;
  /** How long to watch the connection for pings (s). */
  readonly watchSeconds: number;
  /** How long to wait for an answer (ms): longer than the library does. */
  readonly patienceMs: number;
}

/** An operator's account at Mediatel. */
interface MediatelAccount {
  readonly user: string;
  readonly password: string;
  readonly extension: string;
}

/** An operator's account at the SIP server. */
export interface SipAccount {
  readonly login: string;
  readonly password: string;
  /** `null`: the host of the SIP server's address. */
  readonly realm: string | null;
}

/** A call that the probe is asked to place. */
export interface CallWish {
  readonly number: string;
  /** `null`: the first queue. */
  readonly queue: string | null;
  /** The call code to set; `null`: after-call work ends by itself. */
  readonly codeId: string | null;
  /** How long after-call work may take to end by itself (s). */
  readonly clericalSeconds: number;
  /**
   * Whether the call is then taken to another page, twice, to see whether the media server renews. The customer hears
   * tones.
   */
  readonly renewal: boolean;
  /** How long to talk, apart from holding and muting (ms): a recording needs some sound. */
  readonly talkMs: number;
}
