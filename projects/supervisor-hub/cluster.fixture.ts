import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, type Server, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardReconnection, hubNamespaces, hubPath, hubReconnectDelay } from 'mediatel-lib/hub-protocol';
import { type ManagerOptions, type SocketOptions, io } from 'socket.io-client';
import { presenceOf, until } from 'test-kit';
import { type BoardSocket, type TabSocket, teams } from './hub.fixture';
import { VouchCookie } from '../server-kit';

const secret = 'the secret of the cluster’s tests';

/** A real Redis on a port of its own. Tests can take it away and bring it back. */
export class RedisUnderTest {
  #process: ChildProcess | null = null;
  readonly #options: readonly string[];

  private constructor(
    readonly port: number,
    options: readonly string[],
  ) {
    this.#options = options;
  }

  /** `options`: command line options of `redis-server`. */
  static async start(...options: readonly string[]): Promise<RedisUnderTest> {
    const redis = new RedisUnderTest(await freePort(), options);
    await redis.back();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Ends Redis as if its machine died: its clients get no message. */
  async away(): Promise<void> {
    await ended(this.#process, 'SIGKILL');
    this.#process = null;
  }

  async back(): Promise<void> {
    this.#process = spawn(
      'redis-server',
      ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...this.#options],
      {
        stdio: 'ignore',
      },
    );
    const process = this.#process;
    await new Promise<void>((resolve, reject) => {
      process.once('spawn', resolve);
      process.once('error', () => reject(new Error('redis-server is missing: apt-get install redis-server')));
    });
    await reachable(this.port);
  }
}

/** A hub's node in a process of its own, so that it can be killed. */
export class NodeUnderTest {
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(
    readonly port: number,
    process: ChildProcess,
    folder: string,
  ) {
    this.#process = process;
    this.#folder = folder;
  }

  static async start(redisUrl: string, env: NodeJS.ProcessEnv = {}): Promise<NodeUnderTest> {
    const { port, child, folder } = await NodeUnderTest.#spawn(redisUrl, 'inherit', env);
    await reachable(port);
    return new NodeUnderTest(port, child, folder);
  }

  /** For a node that should end without help: its exit code and its output. */
  static async ended(
    redisUrl: string,
    env: NodeJS.ProcessEnv = {},
  ): Promise<{ readonly code: number | null; readonly said: string }> {
    const { child, folder } = await NodeUnderTest.#spawn(redisUrl, 'pipe', env);
    let said = '';
    child.stderr?.on('data', (data: Buffer) => (said += data.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    rmSync(folder, { recursive: true, force: true });
    return { code, said };
  }

  static async #spawn(
    redisUrl: string,
    stderr: 'inherit' | 'pipe',
    env: NodeJS.ProcessEnv,
  ): Promise<{ readonly port: number; readonly child: ChildProcess; readonly folder: string }> {
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
        ...env,
      },
      stdio: ['ignore', 'ignore', stderr],
    });
    return { port, child, folder };
  }

  /** Stops the process, like an overloaded machine, until `resume()`. Its connections stay open. */
  pause(): void {
    this.#process.kill('SIGSTOP');
  }

  resume(): void {
    this.#process.kill('SIGCONT');
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    await ended(this.#process, signal);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One address for all nodes: each new connection goes to the next node that answers. */
export class BalancerUnderTest {
  #turn = 0;
  readonly #open = new Set<Socket>();
  readonly #server: Server;
  readonly #nodes: () => readonly NodeUnderTest[];

  private constructor(server: Server, nodes: () => readonly NodeUnderTest[]) {
    this.#server = server;
    this.#nodes = nodes;
    server.on('connection', (client) => this.#pass(client, this.#nodes().length));
  }

  static async start(nodes: () => readonly NodeUnderTest[]): Promise<BalancerUnderTest> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BalancerUnderTest(server, nodes);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pass(client: Socket, tries: number): void {
    const nodes = this.#nodes();
    const node = nodes[(this.#turn += 1) % nodes.length];
    if (!node || tries === 0) return void client.destroy();
    const hub = connect(node.port, '127.0.0.1');
    hub.once('error', () => (hub.connecting ? this.#pass(client, tries - 1) : client.destroy()));
    hub.once('connect', () => {
      for (const [one, other] of [
        [client, hub],
        [hub, client],
      ] as const) {
        this.#open.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#open.delete(one);
          other.destroy();
        });
      }
    });
  }
}

/** An operator's tab that reconnects as the library's does, and then publishes its presence again. */
export class OperatorUnderTest {
  state = 'STATE_IDLE';
  socket: TabSocket | null = null;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #port: number;
  readonly #cookie: string;

  private constructor(
    readonly login: string,
    readonly id: string,
    port: number,
    cookie: string,
  ) {
    this.#port = port;
    this.#cookie = cookie;
  }

  static async start(login: string, id: string, port: number): Promise<OperatorUnderTest> {
    const operator = new OperatorUnderTest(login, id, port, await cookieOf(login, id));
    operator.#connect();
    return operator;
  }

  become(state: string): void {
    this.state = state;
    this.#say();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.socket?.removeAllListeners();
    this.socket?.disconnect();
  }

  #connect(): void {
    const socket = (this.socket = connectTo(this.#port, hubNamespaces.tab, this.#cookie, { reconnection: false }));
    const again = (): void => {
      this.stop();
      this.#timer = setTimeout(() => this.#connect(), hubReconnectDelay(this.#failures));
      this.#failures += 1;
    };
    socket.on('connect', () => {
      this.#failures = 0;
      this.#say();
    });
    socket.on('disconnect', again);
    socket.on('connect_error', again);
    socket.io.on('ping', () => socket.emit('heartbeat'));
  }

  #say(): void {
    if (this.socket?.connected) {
      this.socket.emit('presence', presenceOf({ operator: this.login, state: this.state }));
    }
  }
}

/** One tab's connection that does not reconnect. */
export async function tabOf(port: number, login: string, id: string): Promise<TabSocket> {
  return connectTo(port, hubNamespaces.tab, await cookieOf(login, id), { reconnection: false });
}

/** A supervisor's connection that reconnects as the library's does. */
export async function boardOf(port: number, login: string): Promise<BoardSocket> {
  return connectTo(port, hubNamespaces.board, await cookieOf(login, '1'), boardReconnection);
}

async function cookieOf(login: string, userId: string): Promise<string> {
  return `VouchCookie=${await new VouchCookie(secret).sign({ username: login, userId, sessionId: '' })}`;
}

function connectTo(
  port: number,
  namespace: string,
  cookie: string,
  options: Partial<ManagerOptions & SocketOptions>,
): TabSocket & BoardSocket {
  return io(`http://127.0.0.1:${port}${namespace}`, {
    path: hubPath,
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
    ...options,
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

/** Waits until the port accepts connections; fails after 30 s. */
function reachable(port: number): Promise<void> {
  return until(() => isOpen(port), `somebody listens on ${port}`, 30_000);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
