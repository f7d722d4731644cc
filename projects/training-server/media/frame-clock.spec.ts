import { jest } from '@jest/globals';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { FRAME_MS, FrameClock } from './frame-clock';

describe('FrameClock', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('beats once per frame for every listener, from one timer', () => {
    const clock = new FrameClock(() => performance.now());
    let [first, second] = [0, 0];
    clock.onFrame(() => first++);
    clock.onFrame(() => second++);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(1000);
    expect([first, second]).toEqual([50, 50]);
  });

  it('does not drift when its timers are late', () => {
    let now = 0;
    const clock = new FrameClock(() => now);
    let beats = 0;
    clock.onFrame(() => beats++);
    for (let wake = 0; wake < 100; wake++) {
      // Each wake-up is three milliseconds late.
      now += FRAME_MS + 3;
      jest.runOnlyPendingTimers();
      // A late frame comes in a turn of its own.
      jest.advanceTimersByTime(1);
    }
    expect(beats).toBe(Math.floor(now / FRAME_MS));
  });

  it('says when each frame is due: 20 ms after the last, or later after a stall that it skips', () => {
    let now = 1000;
    const clock = new FrameClock(() => now);
    const due: number[] = [];
    clock.onFrame((dueAt) => due.push(dueAt));
    for (const at of [1023, 1044, 1544, 1560]) {
      now = at;
      jest.runOnlyPendingTimers();
    }
    expect(due).toEqual([1020, 1040, 1540, 1560]);
  });

  it('skips over a long stall instead of bursting', () => {
    let now = 0;
    const clock = new FrameClock(() => now);
    let beats = 0;
    clock.onFrame(() => beats++);
    now = 5000;
    jest.runOnlyPendingTimers();
    expect(beats).toBe(1);
  });

  it('stops with its last listener', () => {
    const clock = new FrameClock();
    clock.onFrame(() => undefined)();
    expect(jest.getTimerCount()).toBe(0);
  });
});

it('after a stall lets in what has arrived before it reads on', async () => {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const seen: string[] = [];
  socket.on('message', () => seen.push('packet'));
  const clock = new FrameClock();
  await new Promise<void>((resolve) => {
    const stop = clock.onFrame(() => {
      seen.push('frame');
      if (seen.length === 1) {
        // Packets that came while the process was stopped wait in the socket.
        socket.send('audio', socket.address().port, '127.0.0.1');
        for (const until = performance.now() + 5 * FRAME_MS; performance.now() < until;);
      }
      if (seen.length < 5) return;
      stop();
      resolve();
    });
  });
  socket.close();
  // The due frame first; then the packet, before the late frames.
  expect(seen.indexOf('packet')).toBeGreaterThan(0);
  expect(seen.indexOf('packet')).toBeLessThanOrEqual(2);
});
