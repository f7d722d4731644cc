import { Injectable } from '@angular/core';
import type { OperatorAccount } from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';

/** Keeps the operator's account in this tab's memory, for logging in again. It shows in no state, action or storage. */
@Injectable({ providedIn: 'root' })
export class AccountVault {
  #account: OperatorAccount | null = null;

  get account(): OperatorAccount | null {
    return this.#account;
  }

  keep(account: OperatorAccount): void {
    this.#account = account;
  }

  forget(): void {
    this.#account = null;
  }

  loginRequest(): AgentRequest | null {
    if (this.#account === null) return null;
    const { user, password, extension } = this.#account.mediatel;
    return { type: 'login', user, password, extension };
  }
}
