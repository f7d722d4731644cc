import type { Identity } from '../server-kit';
import type { LoginFailure } from './agent/login-failure';
import { loginFailures } from './agent/agent-state';
import type { AttemptLimiter } from './attempt-limiter';
import { authenticate } from './authenticate';

export interface LogIn {
  readonly user: string;
  readonly password: string;
  readonly extension: string;
}

/** Where a log-in comes from. */
export interface LogInSource {
  readonly address: string;
  /** Whose cookie the socket came with; `null` without one. */
  readonly identity: Identity | null;
}

/**
 * Decides which of Mediatel's log-ins are tried at all: one's own only, and not too many.
 *
 * The passwords are those of the CRM's sign-in, so both are limited together.
 */
export class LogInGuard {
  constructor(
    private readonly attempts: AttemptLimiter,
    private readonly auth: 'cookie' | 'none',
  ) {}

  /** Why a log-in is not even tried, or `null`; a wrong password is counted. */
  refuses({ user, password, extension }: LogIn, { address, identity }: LogInSource): LoginFailure | null {
    if (this.auth === 'cookie' && identity?.username !== user) return loginFailures.notYours;
    const vouched = identity?.username === user;
    if (this.attempts.waitSeconds(user, address, vouched) > 0) return loginFailures.tooManyAttempts;
    const outcome = authenticate(user, password, extension);
    if ('operator' in outcome) this.attempts.succeeded(user, address);
    else if (outcome.failure === loginFailures.wrongPassword) this.attempts.refused(user, address, vouched);
    return null;
  }
}
