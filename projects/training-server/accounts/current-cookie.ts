import type { Identity, VouchCookie } from '../../server-kit';
import type { Accounts } from './accounts';

/**
 * The cookie of people who still have an account. Who is logically deleted or renamed is signed out at the next request, though
 * the cookie itself is valid for a shift.
 */
export class CurrentCookie {
  readonly #cookie: VouchCookie;
  readonly #accounts: Accounts;

  constructor(cookie: VouchCookie, accounts: Accounts) {
    this.#cookie = cookie;
    this.#accounts = accounts;
  }

  sign(identity: Identity): Promise<string> {
    return this.#cookie.sign(identity);
  }

  async read(cookieHeader: string | undefined): Promise<Identity | null> {
    const identity = await this.#cookie.read(cookieHeader);
    return identity && this.#isCurrent(identity) ? identity : null;
  }

  /** Another service may sign cookies for people whom we do not know. Its cookies have no session id. */
  #isCurrent({ username, userId, sessionId }: Identity): boolean {
    const account = this.#accounts.findByLogin(username);
    // The login may be somebody else's by now.
    if (account) return sessionId === '' || userId === String(account.userId);
    return sessionId === '' && !this.#accounts.isRetired(username);
  }
}
