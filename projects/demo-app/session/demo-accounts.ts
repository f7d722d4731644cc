import { HttpClient } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { roles, type Role } from './user';

/** An account that everybody may try. */
export interface DemoAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

interface Offer {
  readonly accounts: readonly DemoAccount[];
  readonly password: string;
}

const none: Offer = { accounts: [], password: '' };

function readAccount(value: unknown): readonly DemoAccount[] {
  if (typeof value !== 'object' || value === null) return [];
  const { login, name, role } = value as Partial<Record<keyof DemoAccount, unknown>>;
  const known = roles.find((each) => each === role);
  return typeof login === 'string' && typeof name === 'string' && known ? [{ login, name, role: known }] : [];
}

/** Reads the server's `{accounts, password}`. What can't be read is no offer. */
export function readOffer(value: unknown): Offer {
  if (typeof value !== 'object' || value === null) return none;
  const { accounts, password } = value as Partial<Record<keyof Offer, unknown>>;
  if (!Array.isArray(accounts) || typeof password !== 'string' || password === '') return none;
  return { accounts: accounts.flatMap(readAccount), password };
}

/** The accounts that the training server offers to visitors. A server with accounts of its own offers none. */
@Injectable({ providedIn: 'root' })
export class DemoAccounts {
  readonly #http = inject(HttpClient);
  readonly #offer = signal(none);

  readonly password = computed(() => this.#offer().password);
  /** The first account of each role, in the order of the roles. */
  readonly first = computed(() =>
    roles.flatMap((role) => this.#offer().accounts.find((account) => account.role === role) ?? []),
  );
  /** Logins of the other accounts. */
  readonly others = computed(() => {
    const shown = this.first();
    return this.#offer()
      .accounts.filter((account) => !shown.includes(account))
      .map(({ login }) => login);
  });

  /** Loads the offer. Never rejects: without it people type their login. */
  async load(): Promise<void> {
    try {
      this.#offer.set(readOffer(await firstValueFrom(this.#http.get<unknown>('/api/demo-accounts'))));
    } catch {
      this.#offer.set(none);
    }
  }
}
