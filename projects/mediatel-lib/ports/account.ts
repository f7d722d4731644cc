/** The operator's account with Mediatel. The library never stores it and never puts it into state or actions. */
export interface MediatelAccount {
  /**
   * Address of the Mediatel server, `https://host[:port]`; Socket.IO's path is `/mediatel/socket.io`. A sign-in with an
   * address without its scheme fails; only one that begins with `/` or `.` is relative to the page.
   */
  readonly url: string;
  /** The login with Mediatel. */
  readonly user: string;
  /** Its password. */
  readonly password: string;
  /** The number that Mediatel rings. This tab registers it with the SIP server. */
  readonly extension: string;
}

/**
 * The operator's account with the SIP server.
 *
 * Mediatel's documents disagree whether the SIP login is the extension, so the login is a field of its own.
 */
export interface SipAccount {
  /** WebSocket address of the SIP server, `wss://host[:port]/path`; checked like that of Mediatel. */
  readonly url: string;
  /** The realm of the digest authentication, also the host part of the SIP address (`sip:LOGIN@REALM`). */
  readonly realm: string;
  /** The user part of the SIP address. It may differ from the extension and from the Mediatel login. */
  readonly login: string;
  /** Its password, for digest authentication. */
  readonly password: string;
  /** The name that the other side may show. Default: none. */
  readonly displayName?: string;
}

/** The accounts that a host returns after its own sign-in. */
export interface OperatorAccount {
  /** The account with Mediatel. */
  readonly mediatel: MediatelAccount;
  /** The account with the SIP server. */
  readonly sip: SipAccount;
}

/** What an operator types into the library's own sign-in form, if the host uses that form. */
export interface OperatorCredentials {
  /** The login, as typed. */
  readonly login: string;
  /** The password, as typed. */
  readonly password: string;
}
