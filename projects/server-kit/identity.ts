/** Whose request it is, as the cookie says. */
export interface Identity {
  readonly username: string;
  readonly userId: string;
  /** Tells one sign-in from another; `''` in cookies that others made. */
  readonly sessionId: string;
}
