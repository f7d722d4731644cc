import type { SipAccounts } from './account';
import type { SipConnection } from './connection';

/** Whether sockets need the cookie. Without it everybody may use every account. */
export type SipAuth = 'cookie' | 'none';

/**
 * Decides which SIP accounts a WebSocket may use: those of the person whose cookie opened it.
 *
 * The digest alone is not enough, because all accounts of a training share one SIP password.
 */
export class Ownership {
  readonly #accounts: SipAccounts;
  readonly #auth: SipAuth;

  constructor(accounts: SipAccounts, auth: SipAuth) {
    this.#accounts = accounts;
    this.#auth = auth;
  }

  /** Whether messages over this socket may concern the account. */
  allows({ identity }: SipConnection, sipLogin: string): boolean {
    return this.#auth === 'none' || (!!identity && this.#accounts.ownerOf(sipLogin) === identity);
  }
}
