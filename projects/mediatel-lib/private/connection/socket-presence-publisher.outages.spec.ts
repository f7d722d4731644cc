import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers';
import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MediatelClock, PresencePublisher } from 'mediatel-lib/ports';
import { type Presence, heartbeatInterval } from 'mediatel-lib/hub-protocol';

/** Whether each WebSocket to the hub fails at once. */
let isAway: boolean;
let sockets: FakeSocket[];
let link: PresencePublisher;

/** ngx-socket-io's socket, as far as it is used. Like the original, `disconnect()` fires the event `disconnect`. */
class FakeSocket {
  readonly said: unknown[] = [];
  readonly ioSocket = Object.assign(new EventEmitter(), { connected: false, io: new EventEmitter() });

  constructor() {
    sockets.push(this);
    void Promise.resolve().then(() => {
      this.ioSocket.connected = !isAway;
      this.tell(isAway ? 'connect_error' : 'connect', new Error('websocket error'));
    });
  }

  on(event: string, hear: (...data: unknown[]) => void): void {
    this.ioSocket.on(event, hear);
  }

  emit(event: string): void {
    this.said.push(event);
  }

  disconnect(): void {
    if (!this.ioSocket.connected) return;
    this.ioSocket.connected = false;
    this.tell('disconnect', 'io client disconnect');
  }

  /** An event from the hub. */
  tell(event: string, ...data: unknown[]): void {
    this.ioSocket.emit(event, ...data);
  }
}

jest.unstable_mockModule('ngx-socket-io', () => ({ Socket: FakeSocket }));

const minute = 60_000;
const step = 500;

/** Waits on the real event loop: an import needs it, even of a loaded module. */
async function settle(): Promise<void> {
  let turns = 0;
  do await new Promise<void>((resolve) => void setImmediate(resolve));
  while ((turns += 1) < 5 || (link.state() === 'connecting' && turns < 10_000));
}

async function pass(milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    jest.advanceTimersByTime(step);
    await settle();
  }
}

describe('SocketPresencePublisher during a long outage of the hub', () => {
  let probes: number;
  let status: number | null;

  /** Breaks the connection. */
  const lose = (): void => {
    const socket = sockets.at(-1)!;
    socket.ioSocket.connected = false;
    socket.tell('disconnect', 'transport close');
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    isAway = true;
    sockets = [];
    probes = 0;
    status = null;
    globalThis.fetch = jest.fn(() => {
      probes += 1;
      return status === null ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ status });
    }) as unknown as typeof fetch;
    const { SocketPresencePublisher } = await import('./socket-presence-publisher');
    TestBed.configureTestingModule({
      providers: [
        { provide: PresencePublisher, useClass: SocketPresencePublisher },
        { provide: MediatelClock, useValue: { monotonic: () => performance.now() } },
      ],
    });
    link = TestBed.inject(PresencePublisher);
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('opens fewer than 16 failing WebSockets in six minutes, and fewer than 50 in half an hour', async () => {
    link.open(null);
    await pass(6 * minute);
    expect(sockets.length).toBeGreaterThan(8);
    expect(sockets.length).toBeLessThan(16);
    await pass(24 * minute);
    expect(sockets.length).toBeGreaterThan(30);
    expect(sockets.length).toBeLessThan(50);
    isAway = false;
    await pass(minute);
    expect(link.state()).toBe('connected');
  });

  it.each([
    [0, 3],
    [0.9, 2],
  ])('retries quickly after a connection: with the random number %s, %s times in 5 s', async (chance, tries) => {
    jest.spyOn(Math, 'random').mockReturnValue(chance);
    link.open(null);
    await pass(10 * minute);
    isAway = false;
    await pass(minute);
    isAway = true;
    const before = sockets.length;
    lose();
    await pass(5_000);
    expect(sockets.length - before).toBe(tries);
  });

  it('retries soon after the browser’s online event', async () => {
    link.open(null);
    await pass(10 * minute);
    isAway = false;
    globalThis.dispatchEvent(new Event('online'));
    await pass(1_000);
    expect(link.state()).toBe('connected');
  });

  it('opens no further WebSocket while the hub refuses the cookie', async () => {
    status = 403;
    link.open(null);
    await pass(10 * minute);
    expect(link.state()).toBe('unauthorised');
    expect(sockets).toHaveLength(1);
    expect(probes).toBeGreaterThan(10);
    expect(probes).toBeLessThan(25);
    status = 400;
    isAway = false;
    await pass(minute);
    expect(link.state()).toBe('connected');
  });

  it.each(['superseded', 'not-your-presence'])('does not reconnect if it is %s', async (reason) => {
    isAway = false;
    link.open(null);
    await settle();
    expect(link.state()).toBe('connected');
    sockets[0]?.tell('refused', { reason, detail: '' });
    const state = link.state();
    await pass(10 * minute);
    expect(link.state()).toBe(state);
    expect(sockets).toHaveLength(1);
    link.open(null);
    await settle();
    expect(link.state()).toBe('connected');
  });

  it('does not reconnect after close() of an open connection', async () => {
    isAway = false;
    link.open(null);
    await settle();
    link.close();
    await pass(10 * minute);
    expect(link.state()).toBe('closed');
    expect(sockets).toHaveLength(1);
  });

  it('does not reconnect after close() during a try', async () => {
    link.open(null);
    await settle();
    link.close();
    await pass(10 * minute);
    expect(link.state()).toBe('closed');
    expect(sockets.length).toBeLessThanOrEqual(1);
  });
});

describe('SocketPresencePublisher in a hidden tab with late timers', () => {
  it('answers the hub’s pings with heartbeats, no more often than needed', async () => {
    jest.useFakeTimers();
    isAway = false;
    sockets = [];
    const { SocketPresencePublisher } = await import('./socket-presence-publisher');
    let now = 0;
    TestBed.configureTestingModule({
      providers: [
        { provide: PresencePublisher, useClass: SocketPresencePublisher },
        { provide: MediatelClock, useValue: { monotonic: () => now } },
      ],
    });
    link = TestBed.inject(PresencePublisher);
    link.open(null);
    await settle();
    expect(link.state()).toBe('connected');
    const [socket] = sockets;
    const pinged = (milliseconds: number): unknown[] => {
      now += milliseconds;
      socket?.said.splice(0);
      socket?.ioSocket.io.emit('ping');
      return [...(socket?.said ?? [])];
    };
    link.publish({} as Presence);
    expect(pinged(1_000)).toEqual([]);
    expect(pinged(heartbeatInterval)).toEqual(['heartbeat']);
    expect(pinged(1_000)).toEqual([]);
    expect(pinged(heartbeatInterval)).toEqual(['heartbeat']);
    // Socket.IO is about to drop the connection: it would buffer a heartbeat and send it late.
    socket!.ioSocket.connected = false;
    expect(pinged(heartbeatInterval)).toEqual([]);
    // No timer has fired so far.
    expect(jest.getTimerCount()).toBe(0);
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });
});
