import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';

const schema = `
  CREATE TABLE IF NOT EXISTS training_flights (
    run_id TEXT PRIMARY KEY,
    trainee TEXT NOT NULL,
    kept_at INTEGER NOT NULL,
    flight TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS training_flights_by_trainee ON training_flights (trainee, kept_at);
`;

/** How many flight recordings of a trainee are kept. */
const mostFlights = 10;

/** A flight recording of a run, as the trainee's desk sent it. */
export interface RunFlight {
  readonly runId: string;
  readonly trainee: string;
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
  /** The recording's file. */
  readonly text: string;
}

/**
 * What trainees' desks recorded of their runs. Only this class knows the table. It goes with its run: when the person is
 * deleted, and when the run is too old to be kept.
 */
export class RunFlights {
  readonly #database: DatabaseSync;
  readonly #log: Pick<Logger, 'warn'>;

  constructor(database: DatabaseSync, log: Pick<Logger, 'warn'>) {
    this.#database = database;
    this.#log = log;
    database.exec(schema);
  }

  /** Keeps a recording; replaces an earlier one of the run. `false`: it could not be stored. */
  save({ runId, trainee, keptAt, text }: RunFlight): boolean {
    return this.#write(() => {
      this.#database
        .prepare('INSERT OR REPLACE INTO training_flights (run_id, trainee, kept_at, flight) VALUES (?, ?, ?, ?)')
        .run(runId, trainee, keptAt, text);
      this.#database
        .prepare(
          `DELETE FROM training_flights WHERE run_id NOT IN (SELECT id FROM training_runs) OR trainee = ? AND run_id NOT IN
             (SELECT run_id FROM training_flights WHERE trainee = ? ORDER BY kept_at DESC, rowid DESC LIMIT ?)`,
        )
        .run(trainee, trainee, mostFlights);
    });
  }

  /** The recording of a run; `null`: there is none. */
  get(runId: string): string | null {
    const row = this.#database.prepare('SELECT flight FROM training_flights WHERE run_id = ?').get(runId);
    return row ? String(row['flight']) : null;
  }

  has(runId: string): boolean {
    return this.#database.prepare('SELECT 1 FROM training_flights WHERE run_id = ?').get(runId) !== undefined;
  }

  /** Gives a person's recordings to another login. `false`: the disk is full. */
  rename(from: string, to: string): boolean {
    return this.#write(() =>
      this.#database.prepare('UPDATE training_flights SET trainee = ? WHERE trainee = ?').run(to, from),
    );
  }

  /** Deletes a person's recordings. `false`: the disk is full. */
  forget(trainee: string): boolean {
    return this.#write(() => this.#database.prepare('DELETE FROM training_flights WHERE trainee = ?').run(trainee));
  }

  #write(run: () => void): boolean {
    try {
      run();
      return true;
    } catch (error) {
      this.#log.warn({ err: error }, 'a desk’s recording cannot be stored or deleted');
      return false;
    }
  }
}
