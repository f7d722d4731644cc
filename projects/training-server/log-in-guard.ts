import type { LoginFailure } from './agent/agent-rules';
import { loginFailures } from './agent/agent-state';
import type { AttemptLimiter } from './attempt-limiter';
import { authenticate } from './authenticate';

export interface LogIn {
  readonly user: string;
  readonly password: string;
  readonly extension: string;
}

/** Limits Mediatel's own log-in as the CRM's sign-in is limited: both try the same passwords. */
export class LogInGuard {
  constructor(private readonly attempts: AttemptLimiter) {}

  /** Why a log-in is not even tried, or `null`; what it will come to is counted. */
  refuses({ user, password, extension }: LogIn, address: string): LoginFailure | null {
    if (this.attempts.waitSeconds(user, address) > 0) return loginFailures.tooManyAttempts;
    const outcome = authenticate(user, password, extension);
    if ('operator' in outcome) this.attempts.succeeded(user, address);
    else if (outcome.failure === loginFailures.wrongPassword) this.attempts.refused(user, address);
    return null;
  }
}
