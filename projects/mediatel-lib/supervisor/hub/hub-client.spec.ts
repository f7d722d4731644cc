import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers';
import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MediatelClock } from 'mediatel-lib/ports';
import { provideFakePorts } from 'mediatel-lib/testing';
import type { HubClient } from './hub-client';

let isReachable: boolean;
let fetches: number;
let sockets: FakeSocket[];
/** The hub's answer to a request. */
let answer: () => Promise<unknown>;

/** ngx-socket-io's socket as the board uses it. Like the real one, it emits `disconnect` when it is disconnected. */
class FakeSocket {
  readonly ioSocket = Object.assign(new EventEmitter(), {
    timeout: () => ({ emitWithAck: (): Promise<unknown> => answer() }),
  });
  readonly asked: string[] = [];

  constructor() {
    sockets.push(this);
  }

  on(event: string, hear: (...data: unknown[]) => void): void {
    this.ioSocket.on(event, hear);
  }

  connect(): void {
    this.asked.push('connect');
  }

  disconnect(): void {
    this.asked.push('disconnect');
    this.ioSocket.emit('disconnect', 'io client disconnect');
  }
}

jest.unstable_mockModule('ngx-socket-io', () => {
  fetches += 1;
  if (!isReachable) throw new TypeError('Failed to fetch');
  return { Socket: FakeSocket };
});

it('needs nothing from a host that has no desk', async () => {
  const Hub = (await import('./hub-client')).HubClient;
  TestBed.configureTestingModule({});
  expect(TestBed.inject(Hub).status()).toBe('closed');
  const clock = TestBed.inject(MediatelClock);
  const before = clock.monotonic();
  expect(clock.monotonic()).toBeGreaterThanOrEqual(before);
});

describe('HubClient', () => {
  let hub: HubClient;

  beforeEach(async () => {
    isReachable = false;
    fetches = 0;
    sockets = [];
    const Hub = (await import('./hub-client')).HubClient;
    TestBed.configureTestingModule({ providers: [provideFakePorts()] });
    hub = TestBed.inject(Hub);
    jest.useFakeTimers();
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  /** An import resolves in the real event loop. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) {
      jest.advanceTimersByTime(1_000);
      await settle();
    }
  };

  it('is “unavailable”, never “refused”, while its code can’t be loaded, and loads it again until it comes', async () => {
    hub.open();
    await settle();
    expect(hub.status()).toBe('unavailable');
    await pass(600);
    expect(hub.status()).toBe('unavailable');
    expect(fetches).toBeGreaterThan(8);
    expect(fetches).toBeLessThan(25);
    // The supervisor need not wait for the next attempt.
    const before = fetches;
    hub.retry();
    await settle();
    expect([fetches, hub.status()]).toEqual([before + 1, 'unavailable']);
    isReachable = true;
    await pass(60);
    expect(sockets).toHaveLength(1);
    expect(hub.status()).toBe('connecting');
  });

  it('does nothing more once closed, and ignores the end of a connection that it closed', async () => {
    hub.open();
    await settle();
    hub.close();
    const before = fetches;
    isReachable = true;
    await pass(120);
    expect(fetches).toBe(before);
    expect(hub.status()).toBe('closed');
    hub.open();
    await settle();
    const seen: string[] = [];
    sockets[0]?.ioSocket.on('disconnect', () => seen.push(hub.status()));
    hub.close();
    expect(seen).toEqual([]);
    expect(hub.status()).toBe('closed');
  });

  it('connects at once when the network is back, but only if the connection was lost', async () => {
    isReachable = true;
    hub.open();
    await settle();
    const [socket] = sockets;
    globalThis.dispatchEvent(new Event('online'));
    expect(socket?.asked).toEqual([]);
    socket?.ioSocket.emit('connect_error', new Error('websocket error'));
    expect(hub.status()).toBe('reconnecting');
    globalThis.dispatchEvent(new Event('online'));
    expect(socket?.asked).toEqual(['disconnect', 'connect']);
    expect(hub.status()).toBe('reconnecting');
    hub.close();
    globalThis.dispatchEvent(new Event('online'));
    expect(socket?.asked).toEqual(['disconnect', 'connect', 'disconnect']);
  });

  it('connects again at once when the supervisor wants it', async () => {
    isReachable = true;
    hub.open();
    await settle();
    const [socket] = sockets;
    // Also while the first attempt hangs.
    hub.retry();
    expect(socket?.asked).toEqual(['disconnect', 'connect']);
    socket?.ioSocket.emit('connect_error', new Error('websocket error'));
    hub.retry();
    expect(socket?.asked).toEqual(['disconnect', 'connect', 'disconnect', 'connect']);
  });

  it('distinguishes an alert that has ended from a hub that does not answer', async () => {
    isReachable = true;
    hub.open();
    await settle();
    expect(await hub.acknowledge('301', 'lasting')).toBeNull();
    sockets[0]?.ioSocket.emit('picture', { at: 1_000, rights: { requests: [] }, operators: [] });
    answer = () => Promise.resolve(true);
    expect(await hub.acknowledge('301', 'lasting')).toBe(true);
    answer = () => Promise.resolve(false);
    expect(await hub.acknowledge('301', 'lasting')).toBe(false);
    answer = () => Promise.reject(new Error('operation has timed out'));
    expect(await hub.acknowledge('301', 'lasting')).toBeNull();
  });

  it('has no pauses from a hub of an earlier version, which does not answer', async () => {
    isReachable = true;
    hub.open();
    await settle();
    expect(await hub.pauses('301')).toBeNull();
    sockets[0]?.ioSocket.emit('picture', { at: 1_000, rights: { requests: [] }, operators: [] });
    answer = () => Promise.resolve({ names: ['Lunch'], complete: true });
    expect(await hub.pauses('301')).toEqual({ names: ['Lunch'], complete: true });
    answer = () => Promise.reject(new Error('operation has timed out'));
    expect(await hub.pauses('301')).toBeNull();
  });

  it('drops deltas that come before the snapshot of their connection', async () => {
    isReachable = true;
    hub.open();
    await settle();
    const passedOn: string[] = [];
    hub.messages.subscribe(({ type }) => passedOn.push(type));
    const hear = (event: string, ...data: readonly unknown[]): void => void sockets[0]?.ioSocket.emit(event, ...data);
    const frame = { at: 4_000, changed: [], confirmed: [], unconfirmed: [], gone: [] };
    const picture = { at: 1_000, rights: { requests: [] }, operators: [] };
    hear('frame', frame);
    hear('picture', picture);
    hear('frame', frame);
    hear('disconnect', 'transport close');
    hear('connect');
    hear('frame', frame);
    expect(passedOn).toEqual(['picture', 'frame']);
    hear('picture', picture);
    hear('frame', frame);
    expect(passedOn).toEqual(['picture', 'frame', 'picture', 'frame']);
  });

  it('keeps the time of its last message after the connection is lost', async () => {
    isReachable = true;
    hub.open();
    await settle();
    expect(hub.heardAt()).toBeNull();
    sockets[0]?.ioSocket.emit('picture', { at: 1_000, rights: { requests: [] }, operators: [] });
    sockets[0]?.ioSocket.emit('frame', { at: 4_000, changed: [], confirmed: [], unconfirmed: [], gone: [] });
    sockets[0]?.ioSocket.emit('disconnect', 'transport close');
    expect(hub.status()).toBe('reconnecting');
    expect(hub.heardAt()).toBe(4_000);
  });
});
