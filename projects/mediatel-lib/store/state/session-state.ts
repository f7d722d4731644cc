/** Why signing in failed before anything was opened. */
export type SignInFailure =
  /** The host's `account()` rejected because login or password are wrong (`AccountError.wrongCredentials`). */
  | { readonly reason: 'wrong-credentials'; readonly detail: string }
  /** The host's own service (`AccountError.unreachable`) or a part of the library's code could not be reached. */
  | { readonly reason: 'unreachable'; readonly detail: string }
  /**
   * `account()` returned an account without this field, such as `sip.realm`, or with an invalid `url`. `expected`: the
   * form of a `url`, such as `https://host[:port]`.
   */
  | { readonly reason: 'incomplete-account'; readonly field: string; readonly expected?: string }
  /** Another operator (`detail`) is signed in here and in a call. The customer must not be cut off. */
  | { readonly reason: 'in-call'; readonly detail: string }
  /** `account()` failed in some other way. */
  | { readonly reason: 'account-failed'; readonly detail: string };

/**
 * Whether the library has an account to work with.
 *
 * ```
 *  signedOut ──signIn()──▶ signingIn ──▶ signedIn ──signOut()──▶ signingOut ──▶ signedOut
 *      ▲                       │            ▲                          │
 *      └─────── failed ◀───────┘            └────── a call came ───────┘
 * ```
 *
 * `signIn()` waits for a pending sign-out. While signed in it keeps the session until there is another account, so that a call
 * can still be hung up. Every tab of the operator takes part in a sign-out.
 */
export type SessionState =
  /** `stillLoggedIn`: Mediatel did not confirm the log-out and may still count the operator as available. */
  | { readonly status: 'signedOut'; readonly stillLoggedIn?: true }
  | { readonly status: 'signingIn' }
  /** `failure`: why the last attempt to sign in again failed; the present session continues. */
  | {
      readonly status: 'signedIn';
      readonly user: string;
      readonly extension: string;
      readonly failure?: SignInFailure;
    }
  | { readonly status: 'signingOut'; readonly user: string; readonly extension: string }
  | { readonly status: 'failed'; readonly failure: SignInFailure };
