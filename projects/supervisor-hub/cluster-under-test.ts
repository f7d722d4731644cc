import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hubNamespaces, hubPath } from 'mediatel-lib/protocol';
import { io } from 'socket.io-client';
import { type BoardSocket, type TabSocket, teams } from './hub-under-test';
import { VouchCookie } from './vouch-cookie';

const secret = 'the secret of the cluster’s tests';

/** A real Redis on a port of its own, which can be taken away and brought back. */
export class RedisUnderTest {
  private process: ChildProcess | null = null;

  private constructor(readonly port: number) {}

  static async start(): Promise<RedisUnderTest> {
    const redis = new RedisUnderTest(await freePort());
    await redis.back();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Gone as when its machine dies: nothing is said to those connected. */
  async away(): Promise<void> {
    await ended(this.process, 'SIGKILL');
    this.process = null;
  }

  async back(): Promise<void> {
    this.process = spawn(
      'redis-server',
      ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      {
        stdio: 'ignore',
      },
    );
    const process = this.process;
    await new Promise<void>((resolve, reject) => {
      process.once('spawn', resolve);
      process.once('error', () => reject(new Error('redis-server is missing: apt-get install redis-server')));
    });
    await reachable(this.port);
  }
}

/** A hub's node: a process of its own, so that it can be killed. */
export class NodeUnderTest {
  private constructor(
    readonly port: number,
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static async start(redisUrl: string): Promise<NodeUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'hub-'));
    writeFileSync(join(folder, 'teams.json'), JSON.stringify(teams));
    const port = await freePort();
    const child = spawn(process.execPath, ['--import', 'tsx', 'projects/supervisor-hub/main.ts'], {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        TSX_TSCONFIG_PATH: 'projects/supervisor-hub/tsconfig.json',
        PORT: String(port),
        REDIS_URL: redisUrl,
        MEDIATEL_SECRET: secret,
        HUB_TEAMS: join(folder, 'teams.json'),
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await reachable(port);
    return new NodeUnderTest(port, child, folder);
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await ended(this.process, signal);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Clients of a cluster behind a list of nodes: each tries them in turn, as behind a load balancer. */
export async function cookieOf(login: string, userId: string): Promise<string> {
  return `VouchCookie=${await new VouchCookie(secret).sign({ username: login, userId, sessionId: '' })}`;
}

export function tabOf(port: number, cookie: string): TabSocket {
  return connectTo(port, hubNamespaces.tab, cookie);
}

export function boardOf(port: number, cookie: string): BoardSocket {
  return connectTo(port, hubNamespaces.board, cookie);
}

function connectTo(port: number, namespace: string, cookie: string): TabSocket & BoardSocket {
  return io(`http://127.0.0.1:${port}${namespace}`, {
    path: hubPath,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  }) as unknown as TabSocket & BoardSocket;
}

async function ended(process: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!process || process.exitCode !== null) return;
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill(signal);
  await gone;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Waits until somebody listens; fails after 30 s. */
async function reachable(port: number): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    if (Date.now() > end) throw new Error(`nobody listens on ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
