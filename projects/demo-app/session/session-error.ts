import { HttpErrorResponse } from '@angular/common/http';

export type SessionErrorReason = 'wrongCredentials' | 'tooManyAttempts' | 'unreachable' | 'unreadable';

/** Why a sign-in failed. */
export class SessionError extends Error {
  private constructor(
    readonly reason: SessionErrorReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SessionError';
  }

  static from(cause: unknown): SessionError {
    if (cause instanceof SessionError) return cause;
    if (cause instanceof HttpErrorResponse && cause.status === 401) {
      return new SessionError('wrongCredentials', 'The login or the password is wrong.', { cause });
    }
    if (cause instanceof HttpErrorResponse && cause.status === 429) {
      return new SessionError('tooManyAttempts', 'The login was tried too often.', { cause });
    }
    return new SessionError('unreachable', 'The server does not answer.', { cause });
  }

  static unreadable(): SessionError {
    return new SessionError('unreadable', 'The server answered something unexpected.');
  }
}
