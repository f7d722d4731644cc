import type { Identity } from '../server-kit';
import type { AgentRules } from './agent/agent-rules';
import type { LoginFailure } from './agent/login-failure';
import { loginFailures } from './agent/agent-state';
import type { AttemptLimiter } from './attempt-limiter';

/** Mediatel's log-in as it was requested. */
export interface LogIn {
  readonly user: string;
  readonly password: string;
  readonly extension: string;
}

/** The origin of a log-in. */
export interface LogInSource {
  readonly address: string;
  /** The identity in the socket's cookie; `null` without a cookie. */
  readonly identity: Identity | null;
}

/**
 * Decides which of Mediatel's log-ins are checked at all: only the operator's own, and not too many.
 *
 * The passwords are the same as for the CRM's sign-in, so both count together.
 */
export class LogInGuard {
  readonly #attempts: AttemptLimiter;
  readonly #auth: 'cookie' | 'none';
  readonly #authenticate: AgentRules['authenticate'];

  constructor(attempts: AttemptLimiter, auth: 'cookie' | 'none', authenticate: AgentRules['authenticate']) {
    this.#attempts = attempts;
    this.#auth = auth;
    this.#authenticate = authenticate;
  }

  /** Why a log-in is refused without a check; `null` if it may be checked. Counts a wrong password. */
  refuses({ user, password, extension }: LogIn, { address, identity }: LogInSource): LoginFailure | null {
    if (this.#auth === 'cookie' && identity?.username !== user) return loginFailures.notYours;
    const vouched = identity?.username === user;
    if (this.#attempts.waitSeconds(user, address, vouched) > 0) return loginFailures.tooManyAttempts;
    const outcome = this.#authenticate(user, password, extension);
    if ('operator' in outcome) this.#attempts.succeeded(user, address);
    else if (outcome.failure === loginFailures.wrongPassword) this.#attempts.refused(user, address, vouched);
    return null;
  }
}
