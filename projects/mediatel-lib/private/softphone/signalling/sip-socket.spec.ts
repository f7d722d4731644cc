import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { JsSip } from '../jssip/jssip-module';
import type { HandshakeFault } from './sip-authorisation';
import type { SipRetryPolicy } from 'mediatel-lib/ports';
import { SipSocket } from './sip-socket';
import { pageTimers } from './worker-timers';

/** JsSIP's WebSocket, opened and closed by the test. */
class FakeWebSocket {
  readonly sip_uri = 'sip:pbx.invalid;transport=ws';
  readonly url = 'wss://pbx.invalid';
  readonly via_transport = 'WSS';
  state: 'closed' | 'connecting' | 'open' = 'closed';
  /** When each try began. */
  readonly tries: number[] = [];
  onconnect = (): void => undefined;
  ondisconnect = (_error: boolean, _code?: number, _reason?: string): void => undefined;
  ondata = (): void => undefined;

  connect(): void {
    this.state = 'connecting';
    this.tries.push(performance.now());
  }
  disconnect(): void {
    this.state = 'closed';
  }
  send(): boolean {
    return this.state === 'open';
  }
  isConnected(): boolean {
    return this.state === 'open';
  }
  isConnecting(): boolean {
    return this.state === 'connecting';
  }
  opens(): void {
    this.state = 'open';
    this.onconnect();
  }
  fails(): void {
    this.state = 'closed';
    this.ondisconnect(true, 1006);
  }
}

const policy: SipRetryPolicy = {
  socketDelay: () => 4000,
  registerDelay: () => 1000,
  openTimeout: 6000,
  registerTimeout: 5000,
  refusedDelay: () => 40_000,
  probeTimeout: 2000,
  onlineTimeout: 2500,
};

describe('SipSocket', () => {
  let inner: FakeWebSocket;
  let socket: SipSocket;
  const waiting = jest.fn();
  /** Why the last handshake failed. */
  let fault: () => Promise<HandshakeFault>;

  function begin(): void {
    inner = new FakeWebSocket();
    const jssip = { WebSocketInterface: jest.fn(() => inner) } as unknown as JsSip;
    socket = new SipSocket(
      jssip,
      inner.url,
      policy,
      pageTimers,
      () => performance.now(),
      {
        waiting,
        opening: () => undefined,
        sent: () => undefined,
        received: () => undefined,
        unreadable: () => undefined,
      },
      () => fault(),
    );
    // As JsSIP's transport does.
    socket.ondisconnect = () => queueMicrotask(() => socket.connect());
    socket.connect();
  }

  beforeEach(() => {
    jest.useFakeTimers();
    waiting.mockClear();
    fault = () => Promise.resolve(null);
    begin();
  });
  afterEach(() => jest.useRealTimers());

  async function passes(ms: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(ms);
  }

  it('opens at once the first time, and after the whole wait when a connection was lost', async () => {
    expect(inner.tries).toHaveLength(1);
    inner.opens();
    await passes(60_000);
    inner.fails();
    await passes(3999);
    expect(inner.tries).toHaveLength(1);
    await passes(1);
    expect(inner.tries).toHaveLength(2);
  });

  it('ends the wait at connectNow()', async () => {
    inner.fails();
    await passes(100);
    socket.connectNow();
    expect(inner.tries).toHaveLength(2);
    await passes(5000);
    expect(inner.tries).toHaveLength(2);
  });

  it('gives up after the limit for opening, and retries at once', async () => {
    await passes(6000);
    expect(waiting).toHaveBeenLastCalledWith(50, 'the SIP server does not answer', null);
    await passes(50);
    expect(inner.tries).toHaveLength(2);
  });

  it('is replaced without waiting', async () => {
    inner.opens();
    socket.replace('the network has changed');
    await passes(50);
    expect(inner.tries).toHaveLength(2);
  });

  it('reports that it is refused, and then does not retry every four seconds', async () => {
    fault = () => Promise.resolve('unauthorised');
    inner.fails();
    await passes(100);
    expect(waiting).toHaveBeenLastCalledWith(40_000, 'not authorised', 'unauthorised');
    await passes(39_800);
    expect(inner.tries).toHaveLength(1);
    await passes(200);
    expect(inner.tries).toHaveLength(2);
    inner.fails();
    await passes(100);
    socket.connectNow();
    expect(inner.tries).toHaveLength(3);
  });

  it('reports that the browser blocks the local network, and retries as often', async () => {
    fault = () => new Promise((resolve) => setTimeout(() => resolve('blocked'), 100));
    inner.fails();
    await passes(100);
    expect(waiting).toHaveBeenLastCalledWith(3900, 'connection lost (1006)', 'blocked');
    await passes(3899);
    expect(inner.tries).toHaveLength(1);
    await passes(1);
    expect(inner.tries).toHaveLength(2);
  });

  it('does not probe after an open connection, and ignores a late answer', async () => {
    const asked = jest.fn();
    let answer: (fault: HandshakeFault) => void = () => undefined;
    fault = () => {
      asked();
      return new Promise((resolve) => (answer = resolve));
    };
    inner.opens();
    inner.fails();
    await passes(4000);
    expect(asked).not.toHaveBeenCalled();
    inner.fails();
    await passes(4000);
    inner.opens();
    answer('unauthorised');
    await passes(60_000);
    expect(inner.state).toBe('open');
    expect(waiting).not.toHaveBeenCalledWith(expect.anything(), 'not authorised', 'unauthorised');
  });

  it('begins its tries as far apart as the policy says, however long each took to fail (law)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 5900 }), { minLength: 1, maxLength: 20 }), async (took) => {
        begin();
        for (const ms of took) {
          await passes(ms);
          inner.fails();
          await passes(Math.max(50, 4000 - ms));
        }
        const apart = inner.tries.slice(1).map((at, index) => Math.round(at - (inner.tries[index] ?? 0)));
        expect(apart).toEqual(took.map((ms) => Math.max(4000, ms + 50)));
      }),
      { numRuns: 30 },
    );
  });
});
