import { randomUUID } from 'node:crypto';
import type { AuditEntry, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import type { Logger } from 'pino';
import type { HubStore } from './hub-store';

const shown = 500;
/** How many lines of the log are searched for entries of the teams that a supervisor may watch. */
const read = 5_000;

/**
 * Who requested what from whom. A request is logged before it is carried out: if a node dies meanwhile, the log still
 * names who requested it.
 */
export class AuditLog {
  readonly #store: HubStore;
  readonly #log: Logger;

  constructor(store: HubStore, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  /** Carries the request out between two lines of the log. A reader sees them as one entry. */
  async around(
    asked: Omit<AuditEntry, 'id' | 'outcome'>,
    carryOut: () => Promise<SupervisorRequestOutcome>,
  ): Promise<SupervisorRequestOutcome> {
    const entry = { ...asked, id: randomUUID() };
    await this.logEntry({ ...entry, outcome: { outcome: 'asked' } });
    const outcome = await carryOut();
    await this.logEntry({ ...entry, outcome });
    return outcome;
  }

  /** Logs a request that is not carried out. */
  async logEntry(entry: AuditEntry): Promise<void> {
    await this.#store
      .audit(entry)
      .catch((error: unknown) => this.#log.error({ err: error, ...entry }, 'audit entry could not be stored'));
  }

  /** The newest entries of these teams, newest first; `null` while the store is away. */
  async newest(teams: readonly string[]): Promise<readonly AuditEntry[] | null> {
    try {
      const seen = new Set<string>();
      const entries: AuditEntry[] = [];
      for (const entry of await this.#store.audited(read)) {
        if (!teams.includes(entry.team) || (entry.id !== undefined && seen.has(entry.id))) continue;
        if (entry.id !== undefined) seen.add(entry.id);
        entries.push(entry);
      }
      return entries.slice(0, shown);
    } catch (error) {
      this.#log.warn({ err: error }, 'the audit log could not be read');
      return null;
    }
  }
}
