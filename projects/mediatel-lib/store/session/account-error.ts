import type { SignInFailure } from '../state/session-state';

/** The error with which a host's `account()` rejects, so that the operator sees the real reason. */
export class AccountError extends Error {
  /** The error's name, for logs. */
  override readonly name = 'AccountError';

  private constructor(
    /** Why there is no account; becomes the reason of `SignInFailure`. */
    readonly failure: Extract<SignInFailure['reason'], 'wrong-credentials' | 'unreachable'>,
    detail: string,
  ) {
    super(detail);
  }

  /** The operator's login or password is wrong. `detail` is for logs and support; it must hold no password. */
  static wrongCredentials(detail = 'wrong login or password'): AccountError {
    return new AccountError('wrong-credentials', detail);
  }
  /** The service that hands out accounts can't be reached. `detail` is for logs and support. */
  static unreachable(detail = 'the sign-in service does not answer'): AccountError {
    return new AccountError('unreachable', detail);
  }
}
