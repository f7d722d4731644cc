import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TrainingServerError } from './training-server-error';

/** The line that the server prints when it is ready. */
export interface ReadyLine {
  /** The server's address for browsers. */
  readonly url: string;
  readonly port: number;
  /** Logins. */
  readonly operators: readonly string[];
  readonly supervisors: readonly string[];
  readonly trainers: readonly string[];
  readonly version: string;
}

/** How a test starts the server. */
export interface StartOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Bad lines and crowds repeat themselves. */
  readonly seed?: number;
  /** Further settings: the server's environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds; default 30,000. */
  readonly withinMs?: number;
}

/** A server in a process of its own. */
export interface StartedServer extends ReadyLine {
  /** Ends the server, and resolves when its process is over. */
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('./main.js', import.meta.url));

/** Starts a training server in a process of its own. Rejects with `not-started` and what the server wrote. */
export async function startTrainingServer(options: StartOptions = {}): Promise<StartedServer> {
  const { port = 0, seed, env = {}, withinMs = 30_000 } = options;
  const args = ['--port', String(port), ...(seed === undefined ? [] : ['--seed', String(seed)])];
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  let written = '';
  child.stderr.on('data', (text: Buffer) => (written = (written + String(text)).slice(-4000)));
  const over = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = (): Promise<void> => {
    child.kill();
    return over;
  };
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), withinMs);
    const settle = (text: string | null): void => {
      clearTimeout(timer);
      resolve(text);
    };
    lines.once('line', settle);
    child.once('close', () => settle(null));
    child.once('error', () => settle(null));
  });
  if (line === null) {
    await close();
    throw new TrainingServerError('not-started', null, `The training server did not start. It wrote: ${written}`);
  }
  return { ...(JSON.parse(line) as ReadyLine), close };
}
