import type { DatabaseSync } from 'node:sqlite';
import {
  type Finding,
  type LocalisedText,
  type RunStatus,
  type ScoreRule,
  type ScoreSheet,
  type TrainingLanguage,
  scoreRules,
} from '../../training-kit';
import { NotStored } from '../storage/not-stored';

const schema = `
  CREATE TABLE IF NOT EXISTS training_scores (
    run_id TEXT PRIMARY KEY,
    trainee TEXT NOT NULL,
    scenario TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    points INTEGER NOT NULL,
    out_of INTEGER NOT NULL,
    facts TEXT NOT NULL,
    sheet TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS training_scores_by_trainee ON training_scores (trainee, started_at);
  CREATE TABLE IF NOT EXISTS training_findings (
    run_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    rule TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
  );
`;

/** A scored run, without its lines. */
export interface ScoredFacts {
  readonly id: string;
  /** The trainee's login. */
  readonly trainee: string;
  readonly scenario: string;
  readonly title: LocalisedText;
  readonly language: TrainingLanguage;
  readonly status: RunStatus;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly points: number;
  readonly of: number;
}

/** A scored run with its lines. */
export interface StoredScore {
  readonly run: ScoredFacts;
  readonly score: ScoreSheet;
}

/** Which runs: all fields together. */
export interface ScoreFilter {
  readonly covers: (trainee: string) => boolean;
  /** Milliseconds since the epoch; `to` does not belong to it. */
  readonly from?: number;
  readonly to?: number;
  readonly scenario?: string;
}

/** How often a rule was met and missed. */
export interface RuleCount {
  readonly rule: ScoreRule;
  readonly met: number;
  readonly missed: number;
  readonly unmeasured: number;
}

/** Scores of runs. Only this class knows the tables. Throws a `NotStored` if a write fails. */
export class ScoreStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    database.exec(schema);
  }

  /** Stores a score, whole or not at all. Replaces an earlier one of the same run. */
  save({ run, score }: StoredScore): void {
    this.#write(() => {
      this.#delete('run_id = ?', run.id);
      this.#database
        .prepare(
          `INSERT INTO training_scores (run_id, trainee, scenario, started_at, points, out_of, facts, sheet)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...[run.id, run.trainee, run.scenario, run.startedAt, run.points, run.of],
          ...[JSON.stringify(run), JSON.stringify(score)],
        );
      const add = this.#database.prepare(
        'INSERT INTO training_findings (run_id, place, rule, verdict) VALUES (?, ?, ?, ?)',
      );
      score.findings.forEach(({ rule, verdict }, place) => add.run(run.id, place, rule, verdict));
    });
  }

  get(id: string): StoredScore | null {
    const row = this.#database.prepare('SELECT facts, sheet FROM training_scores WHERE run_id = ?').get(id);
    return row ? { run: factsFrom(row['facts']), score: JSON.parse(String(row['sheet'])) as ScoreSheet } : null;
  }

  /** The runs, the newest first. */
  list(filter: ScoreFilter, limit = 1000): ScoredFacts[] {
    const { where, values } = this.#where(filter);
    return this.#database
      .prepare(`SELECT facts FROM training_scores WHERE ${where} ORDER BY started_at DESC, rowid DESC LIMIT ?`)
      .all(...values, limit)
      .map((row) => factsFrom(row['facts']));
  }

  /** The lines of the runs, the newest run first. */
  findings(filter: ScoreFilter, limit = 1000): { readonly run: ScoredFacts; readonly findings: readonly Finding[] }[] {
    const { where, values } = this.#where(filter);
    return this.#database
      .prepare(
        `SELECT facts, json_extract(sheet, '$.findings') AS findings FROM training_scores WHERE ${where}
         ORDER BY started_at DESC, rowid DESC LIMIT ?`,
      )
      .all(...values, limit)
      .map((row) => ({
        run: factsFrom(row['facts']),
        findings: JSON.parse(String(row['findings'])) as readonly Finding[],
      }));
  }

  /** How often each rule was met, by trainee, in the order of the rules. Rules that no scenario had are left out. */
  counts(filter: ScoreFilter): ReadonlyMap<string, readonly RuleCount[]> {
    const { where, values } = this.#where(filter);
    const rows = this.#database
      .prepare(
        `SELECT trainee, rule, SUM(verdict = 'met') AS met, SUM(verdict = 'missed') AS missed,
           SUM(verdict = 'unmeasured') AS unmeasured
         FROM training_scores JOIN training_findings USING (run_id) WHERE ${where} GROUP BY trainee, rule`,
      )
      .all(...values);
    const counts = new Map<string, RuleCount[]>();
    for (const rule of scoreRules) {
      for (const row of rows.filter((each) => each['rule'] === rule)) {
        const trainee = String(row['trainee']);
        const count = { met: Number(row['met']), missed: Number(row['missed']), unmeasured: Number(row['unmeasured']) };
        counts.set(trainee, [...(counts.get(trainee) ?? []), { rule, ...count }]);
      }
    }
    return counts;
  }

  /** Gives all scores of a person to another login. */
  rename(from: string, to: string): void {
    this.#write(() =>
      this.#database
        .prepare("UPDATE training_scores SET trainee = ?, facts = json_set(facts, '$.trainee', ?) WHERE trainee = ?")
        .run(to, to, from),
    );
  }

  /** Deletes all scores of a person. Returns how many there were. */
  forget(trainee: string): number {
    const row = this.#database.prepare('SELECT COUNT(*) AS count FROM training_scores WHERE trainee = ?').get(trainee);
    this.#write(() => this.#delete('trainee = ?', trainee));
    return Number(row?.['count'] ?? 0);
  }

  #delete(where: string, value: string): void {
    const runs = `SELECT run_id FROM training_scores WHERE ${where}`;
    this.#database.prepare(`DELETE FROM training_findings WHERE run_id IN (${runs})`).run(value);
    this.#database.prepare(`DELETE FROM training_scores WHERE ${where}`).run(value);
  }

  #where({ covers, from = 0, to = Number.MAX_SAFE_INTEGER, scenario }: ScoreFilter) {
    const known = this.#database.prepare('SELECT DISTINCT trainee FROM training_scores').all();
    const trainees = known.map((row) => String(row['trainee'])).filter(covers);
    const values = [JSON.stringify(trainees), from, to, ...(scenario === undefined ? [] : [scenario])];
    const where = `trainee IN (SELECT value FROM json_each(?)) AND started_at >= ? AND started_at < ?${
      scenario === undefined ? '' : ' AND scenario = ?'
    }`;
    return { where, values };
  }

  #write(run: () => void): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      run();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw new NotStored('scores cannot be stored', { cause: error });
    }
  }
}

const factsFrom = (json: unknown): ScoredFacts => JSON.parse(String(json)) as ScoredFacts;
