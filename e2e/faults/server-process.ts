import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A training server in a process of its own, which a test may kill. */
export class ServerProcess {
  readonly dataDir: string;
  /** The lines of its log. */
  readonly log: string[] = [];
  #child: ChildProcess | null = null;
  readonly #env: Readonly<Record<string, string>>;

  constructor(
    readonly port: number,
    env: Readonly<Record<string, string>> = {},
  ) {
    this.#env = env;
    this.dataDir = `${root}.cache/faults-data-${process.pid}-${port}`;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it, or starts it again with the same data. */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    mkdirSync(this.dataDir, { recursive: true });
    const child = spawn(process.execPath, ['--import', 'tsx', 'projects/training-server/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        CLERICAL_SECONDS: '0',
        // An operator's process is kept for longer than the longest cut.
        LINGER_SECONDS: '900',
        LOG_LEVEL: 'warn',
        ...this.#env,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    child.stderr.on('data', (text: Buffer) => this.log.push(String(text)));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => String(text).includes('ready ') && resolve());
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.log.join('')}`)));
    });
  }

  /** `kill -9`: no time to write anything. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
