/** The person whose request it is, according to the cookie. */
export interface Identity {
  readonly username: string;
  readonly userId: string;
  /** Distinguishes one sign-in from another; `''` in cookies that another service made. */
  readonly sessionId: string;
}
