import {
  type AccountStore,
  type AgentRow,
  type Fields,
  type Passwords,
  extensionOf,
  hashOf,
  roleOf,
} from '../accounts';
import { type AgentBody, agentForm, unsetFields } from './agent-form';
import { ApiRefusal } from './api-refusal';
import type { PersonRecords } from './person-records';
import { isSameName, readFields } from './read-fields';

/** A login is a part of file names, patterns of teams and SIP addresses. */
const goodLogin = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The API's agents: everybody's account. Every failure is an `ApiRefusal`. */
export class Agents {
  readonly #store: AccountStore;
  readonly #passwords: Passwords;
  readonly #isLoggedIn: (login: string) => boolean;
  readonly #records: PersonRecords;

  constructor(
    store: AccountStore,
    passwords: Passwords,
    isLoggedIn: (login: string) => boolean,
    records: PersonRecords,
  ) {
    this.#store = store;
    this.#passwords = passwords;
    this.#isLoggedIn = isLoggedIn;
    this.#records = records;
  }

  list(): Fields[] {
    return this.#store.agents().map((row) => this.#shown(row));
  }

  get(id: number): Fields {
    return this.#shown(this.#row(id));
  }

  self(login: string): Fields {
    const row = this.#store.agents().find((each) => each.login === login);
    if (!row) throw ApiRefusal.notFound('such agent');
    return this.#shown(row);
  }

  /** Creates an account, and returns its id. */
  create(body: unknown): number {
    const { ID, Login, Password, State = 1, ...fields } = readFields(agentForm, body);
    if (ID !== -1) throw ApiRefusal.invalid('ID must be -1');
    if (Login === undefined) throw ApiRefusal.invalid('Login is missing');
    if (Password === undefined) throw ApiRefusal.invalid('Password is missing');
    this.#checkLogin(Login, null);
    const row = { login: Login, live: State === 1, fields };
    this.#checkExtension({ id: -1, password: null, ...row });
    return this.#store.addAgent({ ...row, password: hashOf(Password) });
  }

  /** Changes the given fields. `by` is the administrator's login. */
  change(id: number, body: unknown, by: string): void {
    const given = readFields(agentForm, body);
    const row = this.#row(id);
    if (given.ID !== undefined && given.ID !== id) throw ApiRefusal.invalid('ID must be the same as in the address');
    const next = this.#changed(row, given);
    if (next.login !== row.login) this.#checkLogin(next.login, id);
    if (extensionOf(next) !== extensionOf(row)) this.#checkExtension(next);
    if (row.login === by && (!next.live || roleOf(next) !== roleOf(row))) {
      throw ApiRefusal.inUse('It is your own account');
    }
    if (isAnotherPhone(row, next) && this.#isLoggedIn(row.login)) {
      throw ApiRefusal.inUse(`${row.login} is logged in`);
    }
    if (next.login !== row.login) {
      if (this.#records.isInUse(row.login)) throw ApiRefusal.inUse(`${row.login} has a training run: stop it first`);
      this.#records.rename(row.login, next.login);
    }
    this.#store.changeAgent(next);
  }

  /** Removes a logically deleted account for good. */
  remove(id: number): void {
    const row = this.#row(id);
    if (row.live) throw ApiRefusal.inUse('Only a logically deleted agent can be removed');
    // A call goes on after the logical delete.
    if (this.#isLoggedIn(row.login)) throw ApiRefusal.inUse(`${row.login} is logged in`);
    this.#records.remove(row.login, id);
    this.#store.removeAgent(id);
  }

  #row(id: number): AgentRow {
    const row = this.#store.agents().find((each) => each.id === id);
    if (!row) throw ApiRefusal.notFound(`agent ${id}`);
    return row;
  }

  #shown({ id, login, password, live, fields }: AgentRow): Fields {
    const Password = this.#passwords.fingerprint(login, password);
    return { ...unsetFields, ...fields, ID: id, Login: login, Password, State: live ? 1 : 0 };
  }

  #changed(row: AgentRow, { ID: _id, Login, Password, State, ClientApp, ...fields }: AgentBody): AgentRow {
    const login = Login ?? row.login;
    // A client that sends the whole object back sends what it read as the password.
    const isSame = Password === undefined || Password === this.#passwords.fingerprint(row.login, row.password);
    return {
      id: row.id,
      login,
      password: isSame ? row.password : hashOf(Password),
      live: State === undefined ? row.live : State === 1,
      fields: {
        ...row.fields,
        ...fields,
        ...(ClientApp ? { ClientApp: mergedClientApp(row.fields['ClientApp'], ClientApp) } : {}),
      },
    };
  }

  #checkLogin(login: string, own: number | null): void {
    if (!goodLogin.test(login)) {
      throw ApiRefusal.invalidName('A login has up to 64 Latin letters, digits, dots, hyphens and underscores');
    }
    if (this.#store.agents().some((row) => row.id !== own && isSameName(row.login, login))) {
      throw ApiRefusal.nameInUse(login);
    }
  }

  #checkExtension(row: AgentRow): void {
    const extension = extensionOf(row);
    if (extension === '') return;
    if (!this.#store.extensions().some((each) => each.extension === extension)) {
      throw ApiRefusal.invalid(`PersNumbers: there is no extension "${extension}"`);
    }
    const holder = this.#store.agents().find((each) => each.id !== row.id && extensionOf(each) === extension);
    if (holder) throw ApiRefusal.inUse(`Extension ${extension} is assigned to ${holder.login}`);
  }
}

/** Whether the change would leave a logged-in operator with a process of another login, number or role. */
function isAnotherPhone(row: AgentRow, next: AgentRow): boolean {
  return (
    row.login !== next.login || extensionOf(row) !== extensionOf(next) || (row.live && roleOf(row) !== roleOf(next))
  );
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A partial `ClientApp` leaves its other fields alone, a partial `AutoAnswer` too. */
function mergedClientApp(before: unknown, given: Fields): Fields {
  const merged = { ...(isObject(before) ? before : {}), ...given };
  const earlier = isObject(before) ? before['AutoAnswer'] : undefined;
  const { AutoAnswer } = given;
  return isObject(earlier) && isObject(AutoAnswer) ? { ...merged, AutoAnswer: { ...earlier, ...AutoAnswer } } : merged;
}
