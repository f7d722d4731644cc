import pino, { type Logger } from 'pino';
import { ConfigError } from './config-error';
import type { LogLevel } from './config-reader';

/** The parts of a server's process. */
interface ServerProgram<Config extends RunConfig, Server extends RunningServer> {
  /** Throws a `ConfigError`. */
  readonly readConfig: (env: NodeJS.ProcessEnv) => Config;
  readonly start: (config: Config, log: Logger) => Promise<Server>;
  /** The line on standard output when the server is ready. Default: `ready` and the address. */
  readonly readyLine?: (server: Server) => string;
  /** Whether the error's message is written for people; then no stack trace is shown. */
  readonly isForPeople: (error: Error) => boolean;
}

/** The part of a server's configuration that the process needs. */
interface RunConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: LogLevel;
}

/** A server that listens. */
interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Runs a server as this process: reads the environment, prints one line when ready, closes on SIGINT and SIGTERM.
 */
export async function runServer<Config extends RunConfig, Server extends RunningServer>(
  program: ServerProgram<Config, Server>,
): Promise<void> {
  const config = configOrExit(program);
  const log = pino({ level: config.logLevel, base: undefined }, pino.destination({ dest: 2, sync: true }));
  let running: Server | null = null;
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // It has not started yet. `exit` still runs what the program does at its end; the signal alone would not.
      if (running === null) process.exit(signal === 'SIGINT' ? 130 : 143);
      if (closing) return;
      closing = true;
      log.info({ signal }, 'closing');
      running.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not close');
          process.exit(1);
        },
      );
    });
  }
  const server = await startOrExit(program, config, log);
  running = server;

  // Many people share one process: a fault in one call is logged, and the others go on.
  process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught exception'));
  process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));
  process.stdout.write(`${program.readyLine?.(server) ?? `ready ${server.url}`}\n`);
}

function configOrExit<Config extends RunConfig>({
  readConfig,
}: Pick<ServerProgram<Config, RunningServer>, 'readConfig'>): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    // Errors in the environment are shown to a person. Anything else is a bug of ours.
    if (error instanceof ConfigError) exit(error.message);
    throw error;
  }
}

async function startOrExit<Config extends RunConfig, Server extends RunningServer>(
  { start, isForPeople }: ServerProgram<Config, Server>,
  config: Config,
  log: Logger,
): Promise<Server> {
  try {
    return await start(config, log);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'EADDRINUSE')
      exit(`PORT ${config.port} on ${config.host} is in use; choose another one with PORT`);
    if (error instanceof ConfigError || isForPeople(error)) exit(error.message);
    throw error;
  }
}

function exit(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
