import { jest } from '@jest/globals';
import { pageTimers } from '../signalling/worker-timers';
import { Renewal, firstPause } from './renewal';

describe('Renewal', () => {
  const renew = jest.fn();
  let renewal: Renewal;
  beforeEach(() => {
    jest.useFakeTimers();
    renew.mockClear();
    renewal = new Renewal(pageTimers, renew);
  });
  afterEach(() => jest.useRealTimers());

  it('renews at once, after 10, 20 and 40 s more, then every minute', () => {
    renewal.received(false);
    const times: number[] = [];
    for (let second = 1; second <= 200; second += 1) {
      const before = renew.mock.calls.length;
      jest.advanceTimersByTime(1000);
      if (renew.mock.calls.length > before) times.push(second);
    }
    expect(times).toEqual([10, 30, 70, 130, 190]);
  });

  it('does not renew more often when it is told again', () => {
    renewal.received(false);
    renewal.received(false);
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it('ends once the operator is received, and begins again when that is lost', () => {
    renewal.received(false);
    expect(renewal.isNeeded).toBe(true);
    renewal.received(true);
    expect(renewal.isNeeded).toBe(false);
    jest.advanceTimersByTime(firstPause * 10);
    expect(renew).toHaveBeenCalledTimes(1);
    renewal.received(false);
    jest.advanceTimersByTime(firstPause);
    expect(renew).toHaveBeenCalledTimes(3);
  });
});
