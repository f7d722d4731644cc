import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Where trace ids start; of the same magnitude as the documented ones. */
const firstTraceId = 1_185_574_264;

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS trace_ids (id INTEGER PRIMARY KEY AUTOINCREMENT);
  CREATE TABLE IF NOT EXISTS calls (
    trace_id TEXT PRIMARY KEY,
    operator TEXT NOT NULL,
    number TEXT NOT NULL,
    queue TEXT NOT NULL,
    direction TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at INTEGER,
    talked_ms INTEGER,
    error TEXT
  );
  CREATE INDEX IF NOT EXISTS calls_by_operator ON calls (operator, started_at);
  CREATE INDEX IF NOT EXISTS calls_by_customer ON calls (customer_id, started_at);
  CREATE TABLE IF NOT EXISTS results (
    trace_id TEXT NOT NULL REFERENCES calls,
    code_id TEXT NOT NULL,
    code_name TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (trace_id, code_id)
  );
`;

/** Opens the server's database in a folder; creates both if they are missing. */
export function openDatabase(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, 'training.sqlite'));
  database.exec(schema);
  addTalkedMs(database);
  // AUTOINCREMENT never uses an id twice, also after a restart.
  database
    .prepare(
      `INSERT INTO sqlite_sequence (name, seq)
       SELECT 'trace_ids', ? WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'trace_ids')`,
    )
    .run(firstTraceId - 1);
  return database;
}

/** Older databases lack this column. Their calls' durations are computed from the stored times of day. */
function addTalkedMs(database: DatabaseSync): void {
  const columns = database.prepare('PRAGMA table_info(calls)').all();
  if (columns.some(({ name }) => name === 'talked_ms')) return;
  database.exec(`
    ALTER TABLE calls ADD COLUMN talked_ms INTEGER;
    UPDATE calls SET talked_ms = MAX(0, ended_at - answered_at);
  `);
}
