/** Whose connection it is, as the `VouchCookie` says. */
export interface HubIdentity {
  readonly username: string;
  readonly userId: string;
}
