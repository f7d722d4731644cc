import { jest } from '@jest/globals';
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
      // Each wake-up three milliseconds after it was due.
      now += FRAME_MS + 3;
      jest.runOnlyPendingTimers();
    }
    expect(beats).toBe(Math.floor(now / FRAME_MS));
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
