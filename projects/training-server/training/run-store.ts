import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import type { Scenario, TimelineEvent, TrainingRun } from '../../training-kit';
import { type TimedMoment, timelineOf } from './call-timeline';

const schema = `
  CREATE TABLE IF NOT EXISTS training_runs (
    id TEXT PRIMARY KEY,
    trainee TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    run TEXT NOT NULL,
    scenario TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS training_runs_by_trainee ON training_runs (trainee, started_at);
  CREATE TABLE IF NOT EXISTS training_calls (
    trace_id TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    origin REAL NOT NULL
  );
  CREATE INDEX IF NOT EXISTS training_calls_by_run ON training_calls (run_id);
  CREATE TABLE IF NOT EXISTS training_moments (
    trace_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    elapsed REAL NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (trace_id, place)
  );
  CREATE TABLE IF NOT EXISTS training_notes (
    trace_id TEXT NOT NULL,
    login TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at INTEGER NOT NULL,
    PRIMARY KEY (trace_id, login)
  );
`;

/** What a trainee wrote of a call. */
export interface TrainingNote {
  readonly traceId: string;
  readonly login: string;
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly writtenAt: number;
}

/** A stored run with the scenario as it was then: a trainer may change the file. */
export interface StoredRun {
  readonly run: TrainingRun;
  readonly scenario: Scenario;
}

/**
 * Runs, what happened in their calls, and notes. Only this class knows the tables.
 *
 * A write returns `false` if nothing could be stored, usually because the disk is full. The log has one line when writes
 * begin to fail and one when they succeed again.
 */
export class RunStore {
  #isFailing = false;
  readonly #database: DatabaseSync;
  readonly #log: Pick<Logger, 'error' | 'warn'>;

  constructor(database: DatabaseSync, log: Pick<Logger, 'error' | 'warn'>) {
    this.#database = database;
    this.#log = log;
    database.exec(schema);
  }

  save(run: TrainingRun, scenario: Scenario): boolean {
    return this.#write(() =>
      this.#database
        .prepare(
          `INSERT INTO training_runs (id, trainee, started_at, ended_at, run, scenario) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, run = excluded.run`,
        )
        .run(run.id, run.trainee, run.startedAt, run.endedAt, JSON.stringify(run), JSON.stringify(scenario)),
    );
  }

  /** `origin`: the beginning of the recording, by the clock that measured the moments. */
  saveCall(traceId: string, runId: string, origin: number): boolean {
    return this.#write(() =>
      this.#database
        .prepare('INSERT OR REPLACE INTO training_calls (trace_id, run_id, origin) VALUES (?, ?, ?)')
        .run(traceId, runId, origin),
    );
  }

  saveMoment(traceId: string, place: number, { elapsed, moment }: TimedMoment): boolean {
    return this.#write(() =>
      this.#database
        .prepare('INSERT OR REPLACE INTO training_moments (trace_id, place, elapsed, moment) VALUES (?, ?, ?, ?)')
        .run(traceId, place, elapsed, JSON.stringify(moment)),
    );
  }

  /** Replaces the person's earlier note of the call. */
  saveNote({ traceId, login, text, writtenAt }: TrainingNote): boolean {
    return this.#write(() =>
      this.#database
        .prepare('INSERT OR REPLACE INTO training_notes (trace_id, login, text, written_at) VALUES (?, ?, ?, ?)')
        .run(traceId, login, text, writtenAt),
    );
  }

  get(id: string): StoredRun | null {
    const row = this.#database.prepare('SELECT run, scenario FROM training_runs WHERE id = ?').get(id);
    return row ? { run: runFrom(row['run']), scenario: JSON.parse(String(row['scenario'])) as Scenario } : null;
  }

  /** The runs of the trainees for whom `covers` is true, newest first. */
  of(covers: (trainee: string) => boolean, limit = 200): TrainingRun[] {
    const known = this.#database.prepare('SELECT DISTINCT trainee FROM training_runs').all();
    const trainees = known.map((row) => String(row['trainee'])).filter(covers);
    return this.#database
      .prepare(
        `SELECT run FROM training_runs WHERE trainee IN (SELECT value FROM json_each(?))
         ORDER BY started_at DESC, rowid DESC LIMIT ?`,
      )
      .all(JSON.stringify(trainees), limit)
      .map((row) => runFrom(row['run']));
  }

  /** What happened in a call; empty if it is no run's. */
  timelineOf(traceId: string): TimelineEvent[] {
    const call = this.#database.prepare('SELECT origin FROM training_calls WHERE trace_id = ?').get(traceId);
    if (!call) return [];
    const moments = this.#database
      .prepare('SELECT elapsed, moment FROM training_moments WHERE trace_id = ? ORDER BY place')
      .all(traceId)
      .map((row) => ({
        elapsed: Number(row['elapsed']),
        moment: JSON.parse(String(row['moment'])) as TimedMoment['moment'],
      }));
    return timelineOf(moments, Number(call['origin']));
  }

  /** The run of a call; `null`: it is no run's call. */
  withCall(traceId: string): StoredRun | null {
    const row = this.#database.prepare('SELECT run_id FROM training_calls WHERE trace_id = ?').get(traceId);
    return row ? this.get(String(row['run_id'])) : null;
  }

  /**
   * Adds to a call's timeline that a note came so long after its run's end (ms). The server that measured the call's
   * moments may have stopped since, and its clock with it: the time counts from the last moment. `false`: not stored.
   */
  saveLateNote(traceId: string, afterMs: number): boolean {
    const last = this.#database
      .prepare('SELECT MAX(place) AS place, MAX(elapsed) AS elapsed FROM training_moments WHERE trace_id = ?')
      .get(traceId);
    const elapsed = Number(last?.['elapsed'] ?? 0) + Math.max(0, afterMs);
    return this.saveMoment(traceId, Number(last?.['place'] ?? -1) + 1, { elapsed, moment: { type: 'noteSaved' } });
  }

  /** The ids of the newest runs that are over and have no share of points, the oldest first. */
  unscored(limit: number): string[] {
    return this.#database
      .prepare(
        `SELECT id FROM training_runs WHERE ended_at IS NOT NULL AND json_extract(run, '$.percent') IS NULL
         ORDER BY started_at DESC, rowid DESC LIMIT ?`,
      )
      .all(limit)
      .map((row) => String(row['id']))
      .reverse();
  }

  notesOf(traceId: string): TrainingNote[] {
    return this.#database
      .prepare('SELECT login, text, written_at FROM training_notes WHERE trace_id = ? ORDER BY written_at')
      .all(traceId)
      .map((row) => ({
        traceId,
        login: String(row['login']),
        text: String(row['text']),
        writtenAt: Number(row['written_at']),
      }));
  }

  /** Ends the runs that a killed server left open, and returns their number. */
  endLeftOpen(reason: string, at: number): number {
    const rows = this.#database.prepare('SELECT run, scenario FROM training_runs WHERE ended_at IS NULL').all();
    for (const row of rows) {
      const run: TrainingRun = { ...runFrom(row['run']), status: 'failed', turn: null, endedAt: at, reason };
      this.save(run, JSON.parse(String(row['scenario'])) as Scenario);
    }
    return rows.length;
  }

  /** Gives all that is stored of a person to another login. */
  rename(from: string, to: string): boolean {
    return this.#write(() => {
      this.#database.prepare('UPDATE OR REPLACE training_notes SET login = ? WHERE login = ?').run(to, from);
      this.#database
        .prepare("UPDATE training_runs SET trainee = ?, run = json_set(run, '$.trainee', ?) WHERE trainee = ?")
        .run(to, to, from);
    });
  }

  /** Deletes everything that is stored of a person's runs, and the person's notes. */
  forget(login: string): boolean {
    return this.#write(() => {
      this.#deleteRuns(login, 0);
      this.#database.prepare('DELETE FROM training_notes WHERE login = ?').run(login);
    });
  }

  /** Deletes all but a trainee's newest runs: anybody can start runs without end. */
  trim(trainee: string, most: number): boolean {
    return this.#write(() => this.#deleteRuns(trainee, most));
  }

  #deleteRuns(trainee: string, kept: number): void {
    const runs =
      'SELECT id FROM training_runs WHERE trainee = ? ORDER BY started_at DESC, rowid DESC LIMIT -1 OFFSET ?';
    const calls = `SELECT trace_id FROM training_calls WHERE run_id IN (${runs})`;
    this.#database.prepare(`DELETE FROM training_moments WHERE trace_id IN (${calls})`).run(trainee, kept);
    this.#database.prepare(`DELETE FROM training_notes WHERE trace_id IN (${calls})`).run(trainee, kept);
    this.#database.prepare(`DELETE FROM training_calls WHERE run_id IN (${runs})`).run(trainee, kept);
    this.#database.prepare(`DELETE FROM training_runs WHERE id IN (${runs})`).run(trainee, kept);
  }

  #write(run: () => void): boolean {
    try {
      run();
      if (this.#isFailing) this.#log.warn('training runs can be stored again');
      this.#isFailing = false;
      return true;
    } catch (error) {
      if (!this.#isFailing) this.#log.error({ err: error }, 'training runs cannot be stored');
      this.#isFailing = true;
      return false;
    }
  }
}

const runFrom = (json: unknown): TrainingRun => JSON.parse(String(json)) as TrainingRun;
