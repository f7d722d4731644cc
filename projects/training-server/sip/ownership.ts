import type { SipAccounts } from './account';
import type { SipConnection } from './connection';

/** Whether sockets need the cookie; without it everybody may speak for every account. */
export type SipAuth = 'cookie' | 'none';

/**
 * Says for which SIP accounts a WebSocket may speak: those of the person whose cookie opened it.
 *
 * The digest alone does not say it, because all accounts of a training share one SIP password.
 */
export class Ownership {
  constructor(
    private readonly accounts: SipAccounts,
    private readonly auth: SipAuth,
  ) {}

  /** Whether what comes over this socket may concern the account. */
  allows({ identity }: SipConnection, sipLogin: string): boolean {
    return this.auth === 'none' || (!!identity && this.accounts.findBySipLogin(sipLogin)?.login === identity);
  }
}
