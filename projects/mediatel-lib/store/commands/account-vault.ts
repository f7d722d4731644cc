import { Injectable } from '@angular/core';
import type { OperatorAccount } from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';

/**
 * Keeps the operator's account in this tab's memory, so that the library can log in again.
 *
 * The account never enters the state, an action or a storage.
 */
@Injectable({ providedIn: 'root' })
export class AccountVault {
  #account: OperatorAccount | null = null;

  /** The account of the operator who is signed in, or `null`. */
  get account(): OperatorAccount | null {
    return this.#account;
  }

  /** Keeps the account until `forget`. */
  keepAccount(account: OperatorAccount): void {
    this.#account = account;
  }

  /** Forgets the account. */
  forget(): void {
    this.#account = null;
  }

  /** The `login` request of the account, or `null` without an account. */
  loginRequest(): AgentRequest | null {
    if (this.#account === null) return null;
    const { user, password, extension } = this.#account.mediatel;
    return { type: 'login', user, password, extension };
  }
}
