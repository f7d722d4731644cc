import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from './program';

const config = fileURLToPath(new URL('kamailio.cfg', import.meta.url));

/** The values of the capitals in `kamailio.cfg`. */
export interface KamailioSettings {
  readonly sipPort: number;
  readonly webSocketPort: number;
  readonly ngPort: number;
  /** The password of every extension. */
  readonly password: string;
  /** The longest binding of an extension in seconds, whatever it requests. */
  readonly maxExpires: number;
  /** Whether a binding gets a GRUU. Otherwise a call's Contact gets the address of its WebSocket. */
  readonly gruu: boolean;
}

export function kamailioArguments(settings: KamailioSettings): string[] {
  const words = {
    SIP_PORT: settings.sipPort,
    WS_PORT: settings.webSocketPort,
    NG_PORT: settings.ngPort,
    PASSWORD: settings.password,
    MAX_EXPIRES: settings.maxExpires,
    GRUU: settings.gruu ? 1 : 0,
  };
  return ['-f', config, ...Object.entries(words).map(([word, value]) => `--substdef=!${word}!${value}!g`)];
}

/** Kamailio in the foreground, with 24 MB of shared memory and only the caller's privileges. */
export async function startKamailio(settings: KamailioSettings): Promise<Program> {
  const runDirectory = join(tmpdir(), `kamailio-${settings.sipPort}`);
  const args = ['-DD', '-E', '-m', '24', '-M', '4', '-Y', runDirectory, ...kamailioArguments(settings)];
  const kamailio = new Program('kamailio', 'kamailio', args);
  await kamailio.ready(() => listens(settings.webSocketPort));
  return kamailio;
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
