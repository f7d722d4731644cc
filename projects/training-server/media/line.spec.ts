import { jest } from '@jest/globals';
import { seededRandom } from '../../server-kit';
import { goodLine, Line } from './line';

describe('Line', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('sends at once while it is good', () => {
    const send = jest.fn();
    new Line().carry(send);
    expect(send).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('delays', () => {
    const line = new Line();
    line.condition = { ...goodLine, delayMs: 450 };
    const send = jest.fn();
    line.carry(send);
    jest.advanceTimersByTime(449);
    expect(send).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([0, 20, 60, 100])('loses %d %% of the packets', (lossPercent) => {
    const line = new Line(seededRandom(1));
    line.condition = { ...goodLine, lossPercent };
    const send = jest.fn();
    for (let packet = 0; packet < 10_000; packet++) line.carry(send);
    expect(Math.abs(send.mock.calls.length / 100 - (100 - lossPercent))).toBeLessThan(1);
  });

  it('varies the delay by the requested jitter', () => {
    const line = new Line(seededRandom(1));
    line.condition = { lossPercent: 0, delayMs: 100, jitterMs: 40 };
    const started = Date.now();
    const arrivals: number[] = [];
    for (let packet = 0; packet < 10_000; packet++) line.carry(() => (arrivals[packet] = Date.now() - started));
    jest.runAllTimers();
    expect(Math.min(...arrivals)).toBeGreaterThanOrEqual(100);
    const differences = arrivals.slice(1).map((late, index) => Math.abs(late - (arrivals[index] ?? 0)));
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
    expect(Math.abs(mean - 40)).toBeLessThan(1);
  });
});
