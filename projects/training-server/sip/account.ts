/** What the SIP side needs to know of an operator. */
export interface SipAccount {
  /** The owner: the `username` of the cookie. */
  readonly login: string;
  readonly extension: string;
  /** The user part of the address of record; not always the extension. */
  readonly sipLogin: string;
  readonly sipPassword: string;
}

/** Finds the account of a SIP login or an extension. */
export interface SipAccounts {
  findBySipLogin(sipLogin: string): SipAccount | undefined;
  findByExtension(extension: string): SipAccount | undefined;
  /** The login of the operator who has this SIP login, also after the logical delete: a call goes on. */
  ownerOf(sipLogin: string): string | undefined;
}
