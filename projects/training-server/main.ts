import pino, { type Logger } from 'pino';
import { readConfig, type ServerConfig } from './config';
import { ConfigError } from '../server-kit';
import { startTrainingServer, type TrainingServer } from './server';
import { DataDirError } from './storage/not-stored';

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function configOrExit(): ServerConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    // The faults of the environment are for a person to read; anything else is a fault of ours.
    if (error instanceof ConfigError) fail(error.message);
    throw error;
  }
}

async function startOrExit(config: ServerConfig, log: Logger): Promise<TrainingServer> {
  try {
    return await startTrainingServer(config, { log });
  } catch (error) {
    // A port in use is the everyday reason, and a stack trace says it badly.
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      fail(`PORT ${config.port} on ${config.host} is in use; choose another one with PORT`);
    }
    if (error instanceof DataDirError) fail(error.message);
    throw error;
  }
}

const config = configOrExit();
const log = pino({ level: config.logLevel, base: undefined }, pino.destination({ dest: 2, sync: true }));
const server = await startOrExit(config, log);

// Twenty people train on one process: a fault in one call is logged, and the others go on.
process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught fault'));
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    log.info({ signal }, 'closing');
    void server.close().then(() => process.exit(0));
  });
}

process.stdout.write(`ready ${server.url}\n`);
