import { jest } from '@jest/globals';
import { until } from 'test-kit';
import { trainingNamespaces, trainingSocketPath } from '../../training-kit';

class FakeSocket {
  connected = false;
  /** Whether Socket.IO itself tries to return. */
  active = true;
  sendBuffer: unknown[] = [];
  readonly handlers = new Map<string, (value?: unknown) => void>();
  readonly connect = jest.fn();
  readonly disconnect = jest.fn();
  readonly emitWithAck = jest.fn<() => Promise<unknown>>(() => Promise.resolve({ outcome: 'done' }));
  any: (event: string, data: unknown) => void = () => undefined;
  on(event: string, handler: (value?: unknown) => void): void {
    this.handlers.set(event, handler);
  }
  onAny(handler: typeof this.any): void {
    this.any = handler;
  }
  timeout(): this {
    return this;
  }
  happens(event: string): void {
    this.connected = event === 'connect';
    this.handlers.get(event)?.();
  }
}
let socket: FakeSocket;
const io = jest.fn((_namespace: string, _options: { path: string; auth: { page: string } }) => socket);
jest.unstable_mockModule('socket.io-client', () => ({ io }));
const { TrainingLine } = await import('./training-line');

describe('the line to the training server', () => {
  const connected: boolean[] = [];
  const heard: unknown[] = [];
  const open = async (side: 'trainer' | 'trainee' = 'trainer') => {
    const line = new TrainingLine(side, {
      connected: (is) => connected.push(is),
      heard: (event, data) => heard.push([event, data]),
    });
    await until(() => socket.handlers.size > 0, 'the socket');
    return line;
  };

  beforeEach(() => {
    socket = new FakeSocket();
    connected.length = heard.length = 0;
    io.mockClear();
  });
  afterEach(() => jest.useRealTimers());

  it.each(['trainer', 'trainee'] as const)(
    'is a WebSocket to the namespace of the %s, with an id of the page',
    async (side) => {
      await open(side);
      const [namespace, options] = io.mock.calls[0]!;
      expect(namespace).toBe(trainingNamespaces[side]);
      expect(options).toMatchObject({ path: trainingSocketPath, transports: ['websocket'] });
      expect(options.auth.page).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('passes on what the server says', async () => {
    await open();
    socket.happens('connect');
    socket.any('frame', { at: 1 });
    expect(connected).toEqual([true]);
    expect(heard).toEqual([['frame', { at: 1 }]]);
  });

  it('sends nothing without a connection, and nothing late', async () => {
    const line = await open();
    expect(await line.ask('stop', { run: 'x' })).toBeNull();
    expect(socket.emitWithAck).not.toHaveBeenCalled();
    socket.happens('connect');
    expect(await line.ask('stop', { run: 'x' })).toEqual({ outcome: 'done' });
    socket.sendBuffer = ['pending'];
    socket.happens('disconnect');
    expect(socket.sendBuffer).toEqual([]);
    expect(connected).toEqual([true, false]);
  });

  it('has no answer when the server gives none in time', async () => {
    const line = await open();
    socket.happens('connect');
    socket.emitWithAck.mockRejectedValueOnce(new Error('operation has timed out'));
    expect(await line.ask('stop', { run: 'x' })).toBeNull();
  });

  it('returns after the server itself ended it, unless the page left', async () => {
    const line = await open();
    jest.useFakeTimers();
    socket.active = false;
    socket.happens('disconnect');
    jest.advanceTimersByTime(3_000);
    expect(socket.connect).toHaveBeenCalledTimes(1);
    socket.happens('connect_error');
    line.close();
    jest.advanceTimersByTime(30_000);
    expect(socket.connect).toHaveBeenCalledTimes(1);
    expect(socket.disconnect).toHaveBeenCalled();
  });
});
