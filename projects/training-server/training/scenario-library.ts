import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenario, type Scenario, type ScenarioProblem } from '../../training-kit';

/** The longest file (bytes), as for every body of a request. */
export const longestScenario = 64 * 1024;
/** The most files of trainers. */
const mostOwn = 200;

/** As in a scenario's `id`. It can't be a path. */
const fileName = /^([a-z][a-z0-9-]{1,59})\.yaml$/;

const shipped = fileURLToPath(new URL('../scenarios', import.meta.url));

/** A scenario file. A broken one has problems and no scenario. */
export interface ScenarioFileEntry {
  readonly id: string;
  /** `own`: written by a trainer; it may replace a shipped one. */
  readonly origin: 'shipped' | 'own';
  readonly yaml: string;
  readonly scenario: Scenario | null;
  readonly problems: readonly ScenarioProblem[];
}

/** What became of a file that a trainer wrote. */
export type PutOutcome =
  | { readonly put: Scenario }
  | { readonly problems: readonly ScenarioProblem[] }
  | { readonly refused: 'too-many' | 'not-stored' };

interface Read {
  readonly version: string;
  readonly entry: ScenarioFileEntry;
}

/** Scenarios as files: those that are shipped, and trainers' own, which win. */
export class ScenarioLibrary {
  readonly #read = new Map<string, Read>();
  readonly #ownDir: string;
  readonly #shippedDir: string;

  /** `ownDir` is created when it is needed. */
  constructor(ownDir: string, shippedDir = shipped) {
    this.#ownDir = ownDir;
    this.#shippedDir = shippedDir;
  }

  /** All files, in the order of their ids. */
  list(): ScenarioFileEntry[] {
    const ids = new Set([...idsIn(this.#shippedDir), ...idsIn(this.#ownDir)]);
    return [...ids]
      .sort()
      .map((id) => this.get(id))
      .filter((entry) => entry !== null);
  }

  /** `null`: there is no such file. */
  get(id: string): ScenarioFileEntry | null {
    if (!fileName.test(`${id}.yaml`)) return null;
    return this.#entry(this.#ownDir, id, 'own') ?? this.#entry(this.#shippedDir, id, 'shipped');
  }

  /** Writes a trainer's file, wholly or not at all. */
  put(id: string, yaml: string): PutOutcome {
    const { scenario, problems } = checked(id, yaml);
    if (scenario === null) return { problems };
    const own = idsIn(this.#ownDir);
    if (own.length >= mostOwn && !own.includes(id)) return { refused: 'too-many' };
    const written = join(this.#ownDir, `.${randomUUID()}.tmp`);
    try {
      mkdirSync(this.#ownDir, { recursive: true });
      writeFileSync(written, yaml);
      renameSync(written, join(this.#ownDir, `${id}.yaml`));
    } catch {
      discard(written);
      return { refused: 'not-stored' };
    }
    return { put: scenario };
  }

  /** Deletes a trainer's file; a shipped one of that id is there again. `false`: there is no such file. */
  delete(id: string): boolean {
    if (!fileName.test(`${id}.yaml`)) return false;
    try {
      rmSync(join(this.#ownDir, `${id}.yaml`));
      return true;
    } catch {
      return false;
    }
  }

  /** A file that has not changed is not read again. */
  #entry(dir: string, id: string, origin: ScenarioFileEntry['origin']): ScenarioFileEntry | null {
    const path = join(dir, `${id}.yaml`);
    try {
      const { mtimeMs, size, ino } = statSync(path);
      const version = `${mtimeMs} ${size} ${ino}`;
      const before = this.#read.get(path);
      if (before?.version === version) return before.entry;
      const entry = size > longestScenario ? tooLong(id, origin) : entryOf(id, origin, readFileSync(path, 'utf8'));
      this.#read.set(path, { version, entry });
      return entry;
    } catch {
      this.#read.delete(path);
      return null;
    }
  }
}

/** Reads a scenario whose id must be the file's name. */
export function checked(id: string | null, yaml: string): Pick<ScenarioFileEntry, 'scenario' | 'problems'> {
  const read = readScenario(yaml);
  if (!read.ok) return { scenario: null, problems: read.problems };
  if (id === null || read.scenario.id === id) return { scenario: read.scenario, problems: [] };
  const line = yaml.split('\n').findIndex((text) => /^\s*['"]?id['"]?\s*:/.test(text)) + 1;
  const message = `the file of "${id}" has the id "${read.scenario.id}": both must be the same`;
  return { scenario: null, problems: [{ line: Math.max(line, 1), column: 1, path: 'id', message }] };
}

const entryOf = (id: string, origin: ScenarioFileEntry['origin'], yaml: string): ScenarioFileEntry => ({
  ...{ id, origin, yaml },
  ...checked(id, yaml),
});

function tooLong(id: string, origin: ScenarioFileEntry['origin']): ScenarioFileEntry {
  const message = `the file is longer than ${longestScenario} bytes`;
  return { id, origin, yaml: '', scenario: null, problems: [{ line: 1, column: 1, path: '', message }] };
}

function idsIn(dir: string): string[] {
  try {
    return readdirSync(dir).flatMap((name) => fileName.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written may not be there.
  }
}
