import pino from 'pino';
import { type HubConfig, readConfig } from './config';
import { ConfigError } from '../server-kit';
import { RedisFault } from './redis-fault';
import { type HubServer, serveHub } from './serve';

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function configOrExit(): HubConfig {
  try {
    return readConfig(process.env);
  } catch (error) {
    // The faults of the environment are for a person to read; anything else is a fault of ours.
    if (error instanceof ConfigError) fail(error.message);
    throw error;
  }
}

const config = configOrExit();
const log = pino({ level: config.logLevel, base: undefined }, pino.destination({ dest: 2, sync: true }));

async function serveOrExit(): Promise<HubServer> {
  try {
    return await serveHub(config, log);
  } catch (error) {
    // The port and Redis are the everyday reasons, and a stack trace says them badly.
    if (error instanceof RedisFault || error instanceof ConfigError) fail(error.message);
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE') fail(`PORT ${config.port} on ${config.host} is in use; choose another one with PORT`);
    throw error;
  }
}

const server = await serveOrExit();
process.on('uncaughtException', (error) => log.error({ err: error }, 'uncaught fault'));
process.on('unhandledRejection', (reason) => log.error({ err: reason }, 'unhandled rejection'));

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    void server.close().then(() => process.exit(0));
  });
}

process.stdout.write(`ready ${server.url}\n`);
