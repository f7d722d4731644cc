import { jest } from '@jest/globals';
import { type Signal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type FakeHub, fakeHub } from './fake-hub.fixture';
import { injectUnreached } from './inject-unreached';

describe('injectUnreached', () => {
  let hub: FakeHub;
  const isAwaited = signal(true);
  let isUnreached: Signal<boolean>;
  const pass = (milliseconds: number): boolean => {
    jest.advanceTimersByTime(milliseconds);
    TestBed.tick();
    return isUnreached();
  };

  beforeEach(async () => {
    hub = await fakeHub();
    jest.useFakeTimers();
    isAwaited.set(true);
    isUnreached = TestBed.runInInjectionContext(() => injectUnreached(isAwaited));
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  it('says so after 2 s without a word, and no longer once nothing is awaited', () => {
    expect([pass(1_999), pass(1)]).toEqual([false, true]);
    isAwaited.set(false);
    expect([pass(0), pass(10_000)]).toEqual([false, false]);
    isAwaited.set(true);
    expect([pass(0), pass(1_999), pass(1)]).toEqual([false, false, true]);
  });

  it('waits on while the hub speaks: it is there, and the day is long', () => {
    for (let second = 1; second < 10; second += 1) {
      expect(pass(1_000)).toBe(false);
      hub.heardAt.set(hub.clock + second * 1_000);
      expect(pass(0)).toBe(false);
    }
    expect([pass(1_999), pass(1)]).toEqual([false, true]);
    hub.heardAt.set(hub.clock + 12_000);
    expect(pass(0)).toBe(false);
  });
});
