import type { SignInFailure } from '../state/session-state';

/** What a host's `account()` rejects with, so that the operator is told the real reason. */
export class AccountError extends Error {
  override readonly name = 'AccountError';

  private constructor(
    readonly failure: Extract<SignInFailure['reason'], 'wrong-credentials' | 'unreachable'>,
    detail: string,
  ) {
    super(detail);
  }

  static wrongCredentials(detail = 'wrong login or password'): AccountError {
    return new AccountError('wrong-credentials', detail);
  }
  static unreachable(detail = 'the sign-in service does not answer'): AccountError {
    return new AccountError('unreachable', detail);
  }
}
