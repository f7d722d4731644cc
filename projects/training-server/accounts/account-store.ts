import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Logger } from 'pino';
import { NotStored } from '../storage/not-stored';
import { roles } from './account';
import { pool, seeds } from './seeds';

/** Fields with the API's own names, known and unknown ones. */
export type Fields = Readonly<Record<string, unknown>>;

/** An operator's account as it is stored. */
export interface AgentRow {
  readonly id: number;
  readonly login: string;
  /** A scrypt hash; `null` as long as the server's own password counts. */
  readonly password: string | null;
  /** Whether it is not logically deleted. */
  readonly live: boolean;
  /** The other fields. */
  readonly fields: Fields;
}

/** An extension as it is stored. */
export interface ExtensionRow {
  readonly id: number;
  readonly extension: string;
  /** The other fields. */
  readonly fields: Fields;
}

/** Ids of accounts that the API creates start here; those of seeds are lower. */
const firstAgentId = 1001;

const schema = `
  CREATE TABLE IF NOT EXISTS agents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    login TEXT NOT NULL UNIQUE COLLATE NOCASE,
    password TEXT,
    live INTEGER NOT NULL,
    fields TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS extensions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    extension TEXT NOT NULL UNIQUE COLLATE NOCASE,
    fields TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS seeds (name TEXT PRIMARY KEY);
  INSERT INTO sqlite_sequence (name, seq)
    SELECT 'agents', ${firstAgentId - 1} WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'agents');
`;

/**
 * Accounts and extensions. Only this class knows the tables.
 *
 * Each seed is added once, so that an account which was deleted for good does not return. Throws a `NotStored` if a
 * write fails.
 */
export class AccountStore {
  readonly #database: DatabaseSync;
  readonly #log: Pick<Logger, 'error'> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(database: DatabaseSync, log?: Pick<Logger, 'error'>) {
    this.#database = database;
    this.#log = log;
    database.exec(schema);
    this.#addSeeds();
  }

  agents(): AgentRow[] {
    return this.#database
      .prepare('SELECT * FROM agents ORDER BY id')
      .all()
      .map(({ id, login, password, live, fields }) => ({
        id: Number(id),
        login: String(login),
        password: password === null ? null : String(password),
        live: live === 1,
        fields: JSON.parse(String(fields)) as Fields,
      }));
  }

  extensions(): ExtensionRow[] {
    return this.#database
      .prepare('SELECT * FROM extensions ORDER BY id')
      .all()
      .map(({ id, extension, fields }) => ({
        id: Number(id),
        extension: String(extension),
        fields: JSON.parse(String(fields)) as Fields,
      }));
  }

  /** Adds an account, and returns its id. */
  addAgent({ login, password, live, fields }: Omit<AgentRow, 'id'>): number {
    return this.#write('INSERT INTO agents (login, password, live, fields) VALUES (?, ?, ?, ?)', [
      login,
      password,
      live ? 1 : 0,
      JSON.stringify(fields),
    ]);
  }

  changeAgent({ id, login, password, live, fields }: AgentRow): void {
    this.#write('UPDATE agents SET login = ?, password = ?, live = ?, fields = ? WHERE id = ?', [
      login,
      password,
      live ? 1 : 0,
      JSON.stringify(fields),
      id,
    ]);
  }

  removeAgent(id: number): void {
    this.#write('DELETE FROM agents WHERE id = ?', [id]);
  }

  /** Adds an extension, and returns its id. */
  addExtension({ extension, fields }: Omit<ExtensionRow, 'id'>): number {
    return this.#write('INSERT INTO extensions (extension, fields) VALUES (?, ?)', [extension, JSON.stringify(fields)]);
  }

  changeExtension({ id, extension, fields }: ExtensionRow): void {
    this.#write('UPDATE extensions SET extension = ?, fields = ? WHERE id = ?', [
      extension,
      JSON.stringify(fields),
      id,
    ]);
  }

  removeExtension(id: number): void {
    this.#write('DELETE FROM extensions WHERE id = ?', [id]);
  }

  /** Calls back after each change. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #write(statement: string, values: readonly SQLInputValue[]): number {
    let id: number;
    try {
      id = Number(this.#database.prepare(statement).run(...values).lastInsertRowid);
    } catch (error) {
      this.#log?.error({ err: error }, 'accounts cannot be stored');
      throw new NotStored('accounts cannot be stored', { cause: error });
    }
    for (const listener of this.#listeners) listener();
    return id;
  }

  #addSeeds(): void {
    for (const seed of seeds) {
      const { login, userId, name, role, domain, extension, sipLogin } = seed;
      const PersNumbers = extension === '' ? [] : [extension];
      const fields = { Details: name, Domain: domain, RightID: roles.indexOf(role) + 1, PersNumbers };
      this.#addOnce(`agent ${login}`, 'INSERT OR IGNORE INTO agents (id, login, live, fields) VALUES (?, ?, 1, ?)', [
        userId,
        login,
        JSON.stringify(fields),
      ]);
      if (extension !== '') this.#seedExtension(extension, sipLogin);
    }
    for (const extension of pool) this.#seedExtension(extension, extension);
  }

  #seedExtension(extension: string, sipLogin: string): void {
    const fields = JSON.stringify({ ...usualExtension, DestAddress: sipLogin });
    const statement = 'INSERT OR IGNORE INTO extensions (extension, fields) VALUES (?, ?)';
    this.#addOnce(`extension ${extension}`, statement, [extension, fields]);
  }

  #addOnce(name: string, statement: string, values: readonly SQLInputValue[]): void {
    const { changes } = this.#database.prepare('INSERT OR IGNORE INTO seeds (name) VALUES (?)').run(name);
    if (changes > 0) this.#database.prepare(statement).run(...values);
  }
}

const usualExtension = {
  Protocol: 'SIP',
  E_Type: 'WebRTC',
  E_Description: '',
  Codecs: ['PCMU', 'PCMA'],
  ConnectionType: 'WSS',
  DTMFSupport: ['RFC2833', 'INFO'],
};
