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
  /** What the tables hold: reading them for each entry of a batch would keep the server from its calls. */
  #agents: readonly AgentRow[];
  #extensions: readonly ExtensionRow[];
  #isTogether = false;

  constructor(database: DatabaseSync, log?: Pick<Logger, 'error'>) {
    this.#database = database;
    this.#log = log;
    database.exec(schema);
    this.#addSeeds();
    this.#agents = this.#readAgents();
    this.#extensions = this.#readExtensions();
  }

  /** In the order of their ids. */
  agents(): readonly AgentRow[] {
    return this.#agents;
  }

  /** In the order of their ids. */
  extensions(): readonly ExtensionRow[] {
    return this.#extensions;
  }

  #readAgents(): AgentRow[] {
    return this.#database
      .prepare('SELECT * FROM agents ORDER BY id')
      .all()
      .map(({ id, login, password, live, fields }) => ({
        id: Number(id),
        login: String(login),
        password: password === null ? null : String(password),
        live: live === 1,
        fields: fieldsFrom(fields),
      }));
  }

  #readExtensions(): ExtensionRow[] {
    return this.#database
      .prepare('SELECT * FROM extensions ORDER BY id')
      .all()
      .map(({ id, extension, fields }) => ({
        id: Number(id),
        extension: String(extension),
        fields: fieldsFrom(fields),
      }));
  }

  /** Adds an account, and returns its id. */
  addAgent({ login, password, live, fields }: Omit<AgentRow, 'id'>): number {
    const stored = JSON.stringify(fields);
    const values = [login, password, live ? 1 : 0, stored];
    const id = this.#write('INSERT INTO agents (login, password, live, fields) VALUES (?, ?, ?, ?)', values);
    this.#agents = [...this.#agents, { id, login, password, live, fields: fieldsFrom(stored) }];
    this.#changed();
    return id;
  }

  changeAgent({ id, login, password, live, fields }: AgentRow): void {
    const stored = JSON.stringify(fields);
    const values = [login, password, live ? 1 : 0, stored, id];
    this.#write('UPDATE agents SET login = ?, password = ?, live = ?, fields = ? WHERE id = ?', values);
    const changed = { id, login, password, live, fields: fieldsFrom(stored) };
    this.#agents = this.#agents.map((row) => (row.id === id ? changed : row));
    this.#changed();
  }

  removeAgent(id: number): void {
    this.#write('DELETE FROM agents WHERE id = ?', [id]);
    this.#agents = this.#agents.filter((row) => row.id !== id);
    this.#changed();
  }

  /** Adds an extension, and returns its id. */
  addExtension({ extension, fields }: Omit<ExtensionRow, 'id'>): number {
    const stored = JSON.stringify(fields);
    const id = this.#write('INSERT INTO extensions (extension, fields) VALUES (?, ?)', [extension, stored]);
    this.#extensions = [...this.#extensions, { id, extension, fields: fieldsFrom(stored) }];
    this.#changed();
    return id;
  }

  changeExtension({ id, extension, fields }: ExtensionRow): void {
    const stored = JSON.stringify(fields);
    this.#write('UPDATE extensions SET extension = ?, fields = ? WHERE id = ?', [extension, stored, id]);
    const changed = { id, extension, fields: fieldsFrom(stored) };
    this.#extensions = this.#extensions.map((row) => (row.id === id ? changed : row));
    this.#changed();
  }

  removeExtension(id: number): void {
    this.#write('DELETE FROM extensions WHERE id = ?', [id]);
    this.#extensions = this.#extensions.filter((row) => row.id !== id);
    this.#changed();
  }

  /** Calls back after each change, and once after changes that are made together. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Makes several changes. Those that could be stored stay, also if `change` throws. */
  together<T>(change: () => T): T {
    this.#isTogether = true;
    try {
      return change();
    } finally {
      this.#isTogether = false;
      this.#changed();
    }
  }

  #changed(): void {
    if (this.#isTogether) return;
    for (const listener of this.#listeners) listener();
  }

  #write(statement: string, values: readonly SQLInputValue[]): number {
    try {
      return Number(this.#database.prepare(statement).run(...values).lastInsertRowid);
    } catch (error) {
      this.#log?.error({ err: error }, 'accounts cannot be stored');
      throw new NotStored('accounts cannot be stored', { cause: error });
    }
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

const fieldsFrom = (json: unknown): Fields => JSON.parse(String(json)) as Fields;

const usualExtension = {
  Protocol: 'SIP',
  E_Type: 'WebRTC',
  E_Description: '',
  Codecs: ['PCMU', 'PCMA'],
  ConnectionType: 'WSS',
  DTMFSupport: ['RFC2833', 'INFO'],
};
