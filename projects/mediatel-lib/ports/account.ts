/** The operator's account with Mediatel. Never stored, never in state or actions. */
export interface MediatelAccount {
  /** Address of the Mediatel server, `https://host[:port]`; Socket.IO's path is `/mediatel/socket.io`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly extension: string;
}

/** The operator's account with the SIP server. Documents disagree whether the login is the extension: it is its own field. */
export interface SipAccount {
  /** WebSocket address of the SIP server, `wss://host[:port]/path`. */
  readonly url: string;
  readonly realm: string;
  readonly login: string;
  readonly password: string;
  readonly displayName?: string;
}

/** What a host hands over once its own sign-in is done. */
export interface OperatorAccount {
  readonly mediatel: MediatelAccount;
  readonly sip: SipAccount;
}

/** What an operator types into the library's own sign-in, when the host uses it. */
export interface OperatorCredentials {
  readonly login: string;
  readonly password: string;
}
