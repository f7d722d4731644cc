import { DatabaseSync } from 'node:sqlite';
import { sameSecret } from '../same-secret';
import type { SipAccounts } from '../sip/account';
import { roles, type Account, type Role } from './account';
import { AccountStore, type AgentRow, type ExtensionRow } from './account-store';
import { Passwords } from './passwords';

/** What is looked up at each request and each SIP message. Made again after each change of the store. */
interface Index {
  readonly rows: ReadonlyMap<string, AgentRow>;
  readonly byLogin: ReadonlyMap<string, Account>;
  readonly byExtension: ReadonlyMap<string, Account>;
  readonly bySipLogin: ReadonlyMap<string, Account>;
  /** Of everybody who has an extension, retired or not. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * Everybody who may sign in, now. An account that is logically deleted is not found, and so neither signs in nor is
 * called.
 */
export class Accounts implements SipAccounts {
  #index: Index;
  readonly #store: AccountStore;
  readonly #passwords: Passwords;

  constructor(store: AccountStore, passwords: Passwords) {
    this.#store = store;
    this.#passwords = passwords;
    this.#index = this.#read();
    store.onChange(() => (this.#index = this.#read()));
  }

  findByLogin(login: string): Account | undefined {
    return this.#index.byLogin.get(login);
  }

  findByExtension(extension: string): Account | undefined {
    return this.#index.byExtension.get(extension);
  }

  findBySipLogin(sipLogin: string): Account | undefined {
    return this.#index.bySipLogin.get(sipLogin);
  }

  ownerOf(sipLogin: string): string | undefined {
    return this.#index.owners.get(sipLogin);
  }

  /** The logins of a role. */
  logins(role: Role): string[] {
    return [...this.#index.byLogin.values()].filter((account) => account.role === role).map(({ login }) => login);
  }

  /** The accounts that still have the server's own password. */
  neverChanged(): Account[] {
    return [...this.#index.byLogin.values()].filter(({ login }) => this.#liveRow(login)?.password === null);
  }

  /** Whether the login is known and logically deleted. Other services may sign cookies for people whom we do not know. */
  isRetired(login: string): boolean {
    return this.#index.rows.get(login)?.live === false;
  }

  /** The person's name, also of somebody who is logically deleted. */
  nameOf(login: string): string | undefined {
    const row = this.#index.rows.get(login);
    return row && nameOf(row);
  }

  /** Whether it is the password of this person. An unknown login takes as long. */
  isPassword(login: string, password: string): boolean {
    return this.#passwords.isRight(password, this.#liveRow(login)?.password);
  }

  /** Whether it is a password for Mediatel's log-in: the person's own, or the one that the CRM hands to the page. */
  isPhonePassword(login: string, password: string): boolean {
    const row = this.#liveRow(login);
    if (row && sameSecret(password, this.#passwords.ofPhone(row.login, row.password))) return true;
    return this.#passwords.isRight(password, row?.password);
  }

  /** The password that the CRM hands to the page for Mediatel's log-in. */
  phonePassword({ login }: Account): string {
    return this.#passwords.ofPhone(login, this.#liveRow(login)?.password ?? null);
  }

  #liveRow(login: string): AgentRow | undefined {
    const row = this.#index.rows.get(login);
    return row?.live ? row : undefined;
  }

  #read(): Index {
    const rows = this.#store.agents();
    const extensions = new Map(this.#store.extensions().map((row) => [row.extension, row]));
    const all = rows.map((row) => accountOf(row, extensions, this.#passwords.sip));
    const live = all.filter((_account, place) => rows[place]?.live);
    const phones = live.filter(({ extension }) => extension !== '');
    return {
      rows: new Map(rows.map((row) => [row.login, row])),
      byLogin: new Map(live.map((account) => [account.login, account])),
      byExtension: new Map(phones.map((account) => [account.extension, account])),
      bySipLogin: new Map(phones.map((account) => [account.sipLogin, account])),
      owners: new Map(all.filter(({ sipLogin }) => sipLogin !== '').map(({ sipLogin, login }) => [sipLogin, login])),
    };
  }
}

/** The role by the API's `RightID`. */
export function roleOf({ fields: { RightID } }: AgentRow): Role {
  return (typeof RightID === 'number' ? roles[RightID - 1] : undefined) ?? 'operator';
}

/** The extension assigned to an account: the first of its `PersNumbers`; empty if there is none. */
export function extensionOf({ fields: { PersNumbers } }: AgentRow): string {
  const first: unknown = Array.isArray(PersNumbers) ? PersNumbers[0] : undefined;
  return typeof first === 'string' ? first : '';
}

/** An extension's SIP login: the user part of its `DestAddress`, else the number itself. */
export function sipLoginOf({ extension, fields: { DestAddress } }: ExtensionRow): string {
  const address = typeof DestAddress === 'string' ? DestAddress : '';
  return address.replace(/^sip:/, '').split('@', 1)[0] || extension;
}

function nameOf({ login, fields: { Details } }: AgentRow): string {
  return typeof Details === 'string' && Details !== '' ? Details : login;
}

function accountOf(row: AgentRow, extensions: ReadonlyMap<string, ExtensionRow>, sipPassword: string): Account {
  const role = roleOf(row);
  const phone = role === 'operator' ? extensions.get(extensionOf(row)) : undefined;
  const { id: userId, login } = row;
  return {
    login,
    userId,
    name: nameOf(row),
    extension: phone?.extension ?? '',
    sipLogin: phone ? sipLoginOf(phone) : '',
    sipPassword: phone ? sipPassword : '',
    role,
  };
}

/** The accounts of a new database, in memory. */
export function newAccounts(password = 'training'): Accounts {
  return new Accounts(
    new AccountStore(new DatabaseSync(':memory:')),
    new Passwords({ account: password, sip: password, secret: 'in memory' }),
  );
}
