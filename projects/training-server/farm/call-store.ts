import type { DatabaseSync } from 'node:sqlite';
import type { Call } from '../agent/agent-state';
import type { CallCode } from '../agent/queue';
import type { Logger } from 'pino';
import { NotStored } from '../storage/not-stored';

/** A call as `GET /api/calls` lists it. */
export interface CallRecord {
  readonly traceId: string;
  readonly operator: string;
  readonly number: string;
  readonly queue: string;
  readonly direction: string;
  readonly customerId: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** Seconds of talk; `null` while the call lasts, if nobody talked, and if the server was killed during the call. */
  readonly duration: number | null;
  /** The call codes' names in the order in which they were set. */
  readonly codes: readonly string[];
  readonly error: string | null;
}

/** The most updates that wait while the disk is full: enough for hundreds of calls. */
const mostOwed = 10_000;

const columns = `
  trace_id AS traceId, operator, number, queue, direction, customer_id AS customerId, started_at AS start,
  talked_ms / 1000 AS duration, error,
  (SELECT json_group_array(code_name) FROM (SELECT code_name FROM results r WHERE r.trace_id = c.trace_id ORDER BY set_at, rowid))
    AS codes`;

/**
 * Calls and their results. Only this class knows the tables.
 *
 * Throws a `NotStored` if a write fails. Updates of calls are written later, when there is room. The log has one line
 * when writes begin to fail and one when they succeed again.
 */
export class CallStore {
  #failing = false;
  /** Updates of calls that could not be written yet, in order. */
  readonly #owed: (() => void)[] = [];
  readonly #database: DatabaseSync;
  readonly #log: Pick<Logger, 'error' | 'warn'> | undefined;

  constructor(database: DatabaseSync, log?: Pick<Logger, 'error' | 'warn'>) {
    this.#database = database;
    this.#log = log;
  }

  /** A trace id that was never used before, not before a restart either. */
  newTraceId(): string {
    return this.#write(() => {
      const { lastInsertRowid } = this.#database.prepare('INSERT INTO trace_ids DEFAULT VALUES').run();
      this.#database.prepare('DELETE FROM trace_ids WHERE id < ?').run(lastInsertRowid);
      return String(lastInsertRowid);
    });
  }

  /** Writes once. What could not be stored may be tried again. */
  started(call: Call, operator: string): void {
    this.#note(() =>
      this.#database
        .prepare(
          `INSERT OR IGNORE INTO calls (trace_id, operator, number, queue, direction, customer_id, started_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(call.traceId, operator, call.number, call.queue.name, call.direction, call.customerId, call.startedAt),
    );
  }

  answered(traceId: string, at: number): void {
    this.#note(() => this.#database.prepare('UPDATE calls SET answered_at = ? WHERE trace_id = ?').run(at, traceId));
  }

  /**
   * `talkedMs` is measured, not computed from two times of day, because a clock may be set back; `null` if nobody
   * talked.
   */
  ended(traceId: string, at: number, error: string | null, talkedMs: number | null): void {
    const talked = talkedMs === null ? null : Math.round(talkedMs);
    this.#note(() =>
      this.#database
        .prepare('UPDATE calls SET ended_at = ?, error = ?, talked_ms = ? WHERE trace_id = ?')
        .run(at, error, talked, traceId),
    );
  }

  /** Ends the calls that a killed server left open, and returns their number. Their duration is unknown. */
  endLeftOpen(): number {
    const { changes } = this.#database
      .prepare('UPDATE calls SET ended_at = COALESCE(answered_at, started_at), error = ? WHERE ended_at IS NULL')
      .run('The server stopped during the call');
    return Number(changes);
  }

  coded(traceId: string, code: CallCode, at: number): void {
    this.#write(() =>
      this.#database
        .prepare('INSERT OR REPLACE INTO results (trace_id, code_id, code_name, set_at) VALUES (?, ?, ?, ?)')
        .run(traceId, code.ID, code.Name, at),
    );
  }

  /** The calls of operators for whom `covers` is true, newest first. */
  ofOperators(covers: (operator: string) => boolean, limit = 100): CallRecord[] {
    const rows = this.#database.prepare('SELECT DISTINCT operator FROM calls').all();
    const operators = rows.map((row) => String(row['operator'])).filter(covers);
    return this.#list('operator IN (SELECT value FROM json_each(?))', JSON.stringify(operators), limit);
  }

  /** Gives all calls of an operator to another login. */
  rename(from: string, to: string): void {
    this.#write(() => this.#database.prepare('UPDATE calls SET operator = ? WHERE operator = ?').run(to, from));
  }

  /** The operator of the call; `null` if there is no such call. */
  operatorOf(traceId: string): string | null {
    const row = this.#database.prepare('SELECT operator FROM calls WHERE trace_id = ?').get(traceId);
    return row ? String(row['operator']) : null;
  }

  withCustomer(customerId: string, limit = 10): CallRecord[] {
    return this.#list('customer_id = ?', customerId, limit);
  }

  /** Writes an update of a call, now or later: it happened, even if it can't be stored now. */
  #note(write: () => void): void {
    try {
      this.#write(write);
    } catch (error) {
      if (this.#owed.length < mostOwed) this.#owed.push(write);
      throw error;
    }
  }

  #write<T>(run: () => T): T {
    try {
      const result = run();
      if (this.#failing) this.#settle();
      return result;
    } catch (error) {
      // Every call meets a full disk: logged once, until it is over.
      if (!this.#failing) this.#log?.error({ err: error }, 'calls cannot be stored');
      this.#failing = true;
      throw new NotStored('calls cannot be stored', { cause: error });
    }
  }

  #settle(): void {
    try {
      for (let next = this.#owed[0]; next; next = this.#owed[0]) {
        next();
        this.#owed.shift();
      }
    } catch {
      // One successful write does not mean room for all: the rest is tried after the next write.
      return;
    }
    this.#failing = false;
    this.#log?.warn('calls can be stored again');
  }

  #list(where: string, value: string, limit: number): CallRecord[] {
    const rows = this.#database
      .prepare(`SELECT ${columns} FROM calls c WHERE ${where} ORDER BY started_at DESC, trace_id DESC LIMIT ?`)
      .all(value, limit);
    return rows.map((row) => ({
      traceId: String(row['traceId']),
      operator: String(row['operator']),
      number: String(row['number']),
      queue: String(row['queue']),
      direction: String(row['direction']),
      customerId: String(row['customerId']),
      start: Number(row['start']),
      duration: row['duration'] === null ? null : Number(row['duration']),
      codes: textList(row['codes']),
      error: row['error'] === null ? null : String(row['error']),
    }));
  }
}

function textList(json: unknown): string[] {
  const list: unknown = JSON.parse(String(json));
  return Array.isArray(list) ? list.map(String) : [];
}
