import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from 'test-kit';

/** The programs' output of the latest run. */
export const logs = fileURLToPath(new URL('../../test-results/interop-logs', import.meta.url));

/** Debian's servers are in folders that are not in an ordinary user's PATH. */
export const searchPath = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

/** A program started for the tests, in a process group of its own that ends with it. */
export class Program {
  /** The exit code; `null` if a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  #running = true;
  readonly #kill = (): void => this.#signal('SIGKILL');

  constructor(
    readonly name: string,
    command: string,
    args: readonly string[],
    options: { readonly cwd?: string } = {},
  ) {
    mkdirSync(logs, { recursive: true });
    const log = openSync(`${logs}/${name}.log`, 'a');
    const env = { ...process.env, PATH: searchPath };
    this.#child = spawn(command, args, { ...options, env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    this.ended = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code) => {
        this.#running = false;
        process.off('exit', this.#kill);
        resolve(code);
      });
    });
    // A caller that awaits the end gets the failure. Others notice that the program does not answer.
    this.ended.catch(() => undefined);
    process.once('exit', this.#kill);
  }

  /** Waits until it answers. Rejects if it ends instead. */
  async ready(answers: () => Promise<boolean>): Promise<void> {
    const gone = this.ended.then((code) => {
      throw new Error(
        `${this.name} ended with ${code} instead of starting; see test-results/interop-logs/${this.name}.log`,
      );
    });
    gone.catch(() => undefined);
    await until(() => Promise.race([answers(), gone]), `${this.name} answers`, 30_000);
  }

  async end(): Promise<void> {
    const forced = setTimeout(this.#kill, 5000);
    this.#signal('SIGTERM');
    await this.ended.catch(() => undefined);
    clearTimeout(forced);
  }

  #signal(signal: NodeJS.Signals): void {
    if (!this.#running || this.#child.pid === undefined) return;
    // The group may be gone a moment before the end of its leader is reported.
    try {
      process.kill(-this.#child.pid, signal);
    } catch {
      this.#child.kill(signal);
    }
  }
}
