import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { FakeClock, provideFakePorts } from 'mediatel-lib/testing';
import { SharedTick } from './shared-tick';

describe('SharedTick', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function setUp() {
    TestBed.configureTestingModule({ providers: [provideFakePorts()] });
    const clock = TestBed.inject(FakeClock);
    const tick = TestBed.inject(SharedTick);
    const advance = (milliseconds: number): void => {
      clock.advance(milliseconds);
      jest.advanceTimersByTime(milliseconds);
    };
    return { clock, tick, advance };
  }

  it('ticks on whole seconds, once for all watchers', () => {
    const { clock, tick, advance } = setUp();
    clock.advance(12_400);
    tick.watch();
    tick.watch();
    expect(tick.now()).toBe(12_400);
    expect(jest.getTimerCount()).toBe(1);
    advance(600);
    expect(tick.now()).toBe(13_000);
    advance(1000);
    expect(tick.now()).toBe(14_000);
  });

  it('stops without watchers', () => {
    const { tick } = setUp();
    const first = tick.watch();
    const second = tick.watch();
    first();
    first();
    expect(jest.getTimerCount()).toBe(1);
    second();
    expect(jest.getTimerCount()).toBe(0);
  });
});
