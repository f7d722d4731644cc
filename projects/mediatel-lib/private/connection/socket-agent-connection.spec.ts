/** @jest-environment node */
import { TestBed } from '@angular/core/testing';
import type { Server } from 'socket.io';
import {
  AgentConnection,
  MEDIATEL_RECONNECT_POLICY,
  MediatelClock,
  type ConnectionMessage,
  type ConnectionState,
  type ReconnectPolicy,
} from 'mediatel-lib/ports';
import { until } from 'test-kit';
import { provideSocketConnection } from './provide-socket-connection';
import { SocketServer, withoutDocument } from './socket-server.fixture';

const account = (url: string) => ({ url, user: 'agent1', password: 'training', extension: '1001' });

/** Short waits for fast tests, long enough to separate “at once” from “later”. */
const policy: ReconnectPolicy = {
  delay: () => 50,
  delayOnline: () => 0,
  unauthorisedInterval: 300,
  connectTimeout: 1000,
  probeTimeout: 1000,
};

/** An agent farm that answers each connection with a snapshot. */
class Farm extends SocketServer {
  readonly received: unknown[] = [];
  connections = 0;

  constructor() {
    super('/mediatel/socket.io');
  }

  protected override serve(io: Server): void {
    io.on('connection', (socket) => {
      this.connections += 1;
      socket.on('data', (request) => this.received.push(request));
      socket.emit('data', { state: 'STATE_LOGOUT', status: 'offline' });
    });
  }
}

describe('SocketAgentConnection', () => {
  let farm: Farm;
  let connection: AgentConnection;
  let messages: ConnectionMessage[];
  let delay: ReconnectPolicy['delay'];
  const status = (): ConnectionState['status'] => connection.state().status;
  /** The browser's network events, which Node lacks. */
  const network = new EventTarget();

  beforeAll(() => {
    Object.assign(globalThis, {
      addEventListener: network.addEventListener.bind(network),
      removeEventListener: network.removeEventListener.bind(network),
    });
  });
  afterAll(() => {
    Reflect.deleteProperty(globalThis, 'addEventListener');
    Reflect.deleteProperty(globalThis, 'removeEventListener');
  });

  beforeEach(async () => {
    farm = new Farm();
    await farm.start();
    delay = policy.delay;
    TestBed.configureTestingModule({
      providers: [
        provideSocketConnection(),
        withoutDocument,
        { provide: MediatelClock, useValue: { monotonic: () => performance.now() } },
        { provide: MEDIATEL_RECONNECT_POLICY, useValue: { ...policy, delay: (failures: number) => delay(failures) } },
      ],
    });
    connection = TestBed.inject(AgentConnection);
    messages = [];
    connection.messages.subscribe((message) => messages.push(message));
  });

  afterEach(async () => {
    TestBed.resetTestingModule();
    await farm.vanish();
  });

  it('connects and passes on the server’s messages', async () => {
    connection.open(account(farm.url));
    expect(status()).toBe('connecting');
    await until(() => messages.length === 1);
    expect(status()).toBe('connected');
    expect(messages[0]).toMatchObject({ type: 'snapshot', connection: 1, data: { state: 'STATE_LOGOUT' } });
    farm.io.emit('remoteConnect', { host: 'farm-2', port: '8080' });
    farm.io.emit('agentUnavailable');
    await until(() => messages.length === 3);
    expect(messages.slice(1)).toEqual([
      { type: 'remoteConnect', host: 'farm-2', port: 8080 },
      { type: 'agentUnavailable' },
    ]);
  });

  it('sends requests as the event `data`', async () => {
    connection.open(account(farm.url));
    await until(() => status() === 'connected');
    expect(connection.send({ type: 'pause', id: 6 })).toEqual({ sent: true });
    await until(() => farm.received.length === 1);
    expect(farm.received).toEqual([{ type: 'pause', id: 6 }]);
  });

  it('refuses commands while not connected, and sends none of them later', async () => {
    const refused = { sent: false, reason: 'not-connected' };
    expect(connection.send({ type: 'exit' })).toEqual(refused);
    connection.open(account(farm.url));
    expect(connection.send({ type: 'exit' })).toEqual(refused);
    await until(() => status() === 'connected');
    await farm.vanish();
    await until(() => status() === 'unreachable');
    expect(connection.send({ type: 'makeCall', phoneNumber: '0661234501' })).toEqual(refused);
    await farm.start();
    await until(() => status() === 'connected');
    expect(connection.send({ type: 'closeCall' })).toEqual({ sent: true });
    await until(() => farm.received.length > 0);
    expect(farm.received).toEqual([{ type: 'closeCall' }]);
  });

  it('refuses a command after a sleep, although Socket.IO reports connected, and reconnects', async () => {
    connection.open(account(farm.url));
    await until(() => status() === 'connected');
    // Socket.IO compares the overdue ping with the wall clock.
    const now = Date.now;
    Date.now = () => now() + 3_600_000;
    expect(connection.send({ type: 'makeCall', phoneNumber: '0661234501' })).toEqual({
      sent: false,
      reason: 'not-connected',
    });
    Date.now = now;
    expect(status()).toBe('unreachable');
    await until(() => status() === 'connected');
    expect(farm.connections).toBe(2);
    expect(connection.send({ type: 'logout' })).toEqual({ sent: true });
    await until(() => farm.received.length > 0);
    expect(farm.received).toEqual([{ type: 'logout' }]);
  });

  it('is unreachable, and refuses commands, as soon as the browser is offline', async () => {
    // Socket.IO ignores `offline` under this host name.
    connection.open(account(farm.url.replace('127.0.0.1', 'localhost')));
    await until(() => status() === 'connected');
    network.dispatchEvent(new Event('offline'));
    expect(connection.state()).toMatchObject({ status: 'unreachable', detail: 'the network is gone' });
    expect(connection.send({ type: 'closeCall' })).toEqual({ sent: false, reason: 'not-connected' });
    await until(() => farm.io.sockets.sockets.size === 0);
    network.dispatchEvent(new Event('online'));
    await until(() => status() === 'connected');
    expect(farm.connections).toBe(2);
    expect(farm.received).toEqual([]);
  });

  it('stays closed, or kicked, when the browser goes offline', async () => {
    network.dispatchEvent(new Event('offline'));
    expect(status()).toBe('closed');
    connection.open(account(farm.url));
    await until(() => status() === 'connected');
    farm.io.disconnectSockets();
    await until(() => status() === 'kicked');
    network.dispatchEvent(new Event('offline'));
    network.dispatchEvent(new Event('online'));
    expect(status()).toBe('kicked');
  });

  it('numbers connections, so that the order of snapshots starts again', async () => {
    connection.open(account(farm.url));
    await until(() => messages.length === 1);
    connection.retryNow();
    await until(() => messages.length === 2);
    expect(messages.map((message) => (message.type === 'snapshot' ? message.connection : 0))).toEqual([1, 2]);
  });

  it('distinguishes a 403 from an unreachable server, and probes no more often than allowed', async () => {
    farm.authorised = false;
    connection.open(account(farm.url));
    await until(() => status() === 'unauthorised');
    for (let i = 0; i < 5; i += 1) connection.retryNow();
    connection.open(account(farm.url));
    await until(() => farm.tries.length >= 5);
    const [handshake, ...probes] = farm.tries;
    expect(handshake?.path).toContain('transport=websocket');
    expect(probes.every(({ path }) => path.includes('transport=probe'))).toBe(true);
    const gaps = probes.slice(1).map(({ at }, i) => at - (probes[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(policy.unauthorisedInterval - 20);
    expect(status()).toBe('unauthorised');
    farm.authorised = true;
    await until(() => status() === 'connected');
    expect(farm.tries.at(-1)?.path).toContain('transport=websocket');
  });

  it('reports that the browser blocks the local network, as long as it does', async () => {
    const permissions = { query: () => Promise.resolve({ state }) };
    let state = 'denied';
    Object.defineProperty(navigator, 'permissions', { configurable: true, value: permissions });
    await farm.vanish();
    connection.open(account(farm.url));
    await until(() => status() === 'unreachable');
    expect(connection.state()).toMatchObject({ blocked: true });
    state = 'prompt';
    await until(() => !('blocked' in connection.state()));
    expect(status()).toBe('unreachable');
    Reflect.deleteProperty(navigator, 'permissions');
    await farm.start();
  });

  it('reports that it is unreachable, and when it retries', async () => {
    await farm.vanish();
    connection.open(account(farm.url));
    await until(() => status() === 'unreachable');
    const state = connection.state();
    expect(state.status === 'unreachable' && (state.retryAt ?? 0) > performance.now() - 10).toBe(true);
    await farm.start();
    await until(() => status() === 'connected');
  });

  it('counts the wait from the beginning of a try, however long it took to fail', async () => {
    const wait = 60_000;
    delay = () => wait;
    farm.silent = true;
    connection.open(account(farm.url));
    await until(() => status() === 'unreachable');
    const state = connection.state();
    const retryAt = state.status === 'unreachable' ? (state.retryAt ?? NaN) : NaN;
    // The try began before the server noticed it.
    expect(retryAt).toBeLessThan((farm.tries[0]?.at ?? NaN) + wait);
  });

  it('stays kicked until retryNow()', async () => {
    connection.open(account(farm.url));
    await until(() => status() === 'connected');
    farm.io.disconnectSockets();
    await until(() => status() === 'kicked');
    expect(connection.send({ type: 'closeCall' })).toEqual({ sent: false, reason: 'not-connected' });
    connection.retryNow();
    await until(() => status() === 'connected');
    expect(farm.connections).toBe(2);
  });

  it('reopens to another address, but not to the same', async () => {
    const other = new Farm();
    await other.start();
    connection.open(account(farm.url));
    await until(() => status() === 'connected');
    connection.open(account(farm.url));
    connection.open(account(other.url));
    await until(() => other.connections === 1 && status() === 'connected');
    await until(() => farm.io.sockets.sockets.size === 0);
    expect(farm.connections).toBe(1);
    await other.vanish();
  });

  it('closes its connection when its injector is destroyed', async () => {
    connection.open(account(farm.url));
    await until(() => status() === 'connected');
    TestBed.resetTestingModule();
    await until(() => farm.io.sockets.sockets.size === 0);
    expect(connection.state()).toEqual({ status: 'closed' });
  });

  it('reports an invalid address', () => {
    connection.open(account('http://'));
    expect(connection.state()).toMatchObject({ status: 'unreachable', retryAt: null });
  });
});
