import { type TestType, expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { io } from 'socket.io-client';
import { ServerProcess } from './server-process';
import { SipWire } from './sip-wire';

const firstPort = Number(process.env['E2E_PORT'] ?? 4330);

/** A training server in a process of its own, to be attacked. */
export class Fortress extends ServerProcess {
  /** Signs in and returns the cookie as a header. */
  async cookie(login: string): Promise<string> {
    const response = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: 'training' }),
    });
    expect(response.status).toBe(200);
    return response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  }

  /** Ends it and starts it again, with other settings. */
  async restart(env: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.kill();
    await this.start(env);
  }

  /** Its resident memory in MB; `null` if the system does not report it. */
  residentMb(): number | null {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      // Not Linux.
      return null;
    }
  }
}

/** Starts a server for the file's tests. `seat` separates the ports of files that run at the same time. */
export function underSiege(
  test: TestType<object, object>,
  seat: number,
  env: Readonly<Record<string, string>> = {},
): Fortress {
  const server = new Fortress(firstPort + seat, env);
  test.describe.configure({ mode: 'default' });
  test.beforeAll(() => server.start());
  test.afterAll(() => server.close());
  return server;
}

/** The server is up, accepts a REGISTER, and logs an operator in. */
export async function stillServes(server: Fortress): Promise<void> {
  const health = await fetch(`${server.url}/healthz`);
  expect(await health.json()).toMatchObject({ status: 'ok' });
  const cookie = await server.cookie('agent20');
  const wire = await SipWire.open(server.url, cookie);
  expect(await wire.register('sip20', 'training')).toBe(200);
  wire.close();
  const socket = io(server.url, {
    path: '/mediatel/socket.io',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie },
  });
  const loggedIn = new Promise<void>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('data', ({ state }: { state: string }) => {
      if (state === 'STATE_IDLE') resolve();
    });
  });
  socket.emit('data', { type: 'login', user: 'agent20', password: 'training', extension: '1020' });
  await loggedIn;
  socket.emit('data', { type: 'logout' });
  socket.disconnect();
}
