import { accessSync, constants } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { StartError } from './run.js';

/** @param {string} host */
const isLoopback = (host) => ['localhost', '127.0.0.1', '::1'].includes(host) || host.startsWith('127.');

/**
 * What the training server would refuse, in its own words (`projects/training-server/config.ts`), but before minutes of
 * installing and building. Nothing is installed yet, so no code can be shared with the server.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function environmentFaults(env) {
  /** @param {string} name */
  const text = (name) => env[name]?.trim() || null;
  /** @type {string[]} */
  const faults = [];
  const port = text('PORT');
  if (port !== null && !(/^\d{1,9}$/.test(port) && Number(port) <= 65_535)) {
    faults.push(`PORT must be a whole number from 0 to 65535, not "${port}"`);
  }
  for (const name of ['TLS_CERT', 'TLS_KEY']) {
    const path = text(name);
    try {
      if (path !== null) accessSync(path, constants.R_OK);
    } catch (error) {
      faults.push(
        `${name} names a file that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  const host = text('HOST') ?? '127.0.0.1';
  const [cert, key] = [text('TLS_CERT'), text('TLS_KEY')];
  if ((cert === null) !== (key === null)) {
    faults.push(`${cert === null ? 'TLS_CERT' : 'TLS_KEY'} is missing: TLS_CERT and TLS_KEY go together`);
  } else if (!isLoopback(host) && cert === null) {
    faults.push(
      `HOST "${host}" is not loopback, so TLS_CERT and TLS_KEY are needed: on plain HTTP beyond localhost ` +
        'browsers allow neither the microphone nor Web Locks, and no call could be taken',
    );
  }
  return faults;
}

/**
 * Whether something listens on the port already. The server reports other faults of listening.
 *
 * @param {number} port
 * @param {string} host
 */
export async function isTaken(port, host) {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EADDRINUSE';
  }
}

/**
 * Throws a fault that the person can fix, before anything begins.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function preflight(env) {
  const faults = environmentFaults(env);
  if (faults.length > 0) throw new StartError(faults.join('\n'));
  const port = Number(env['PORT']?.trim() || 4200);
  const host = env['HOST']?.trim() || '127.0.0.1';
  if (await isTaken(port, host)) {
    throw new StartError(`PORT ${port} on ${host} is in use; choose another one with PORT`);
  }
}
