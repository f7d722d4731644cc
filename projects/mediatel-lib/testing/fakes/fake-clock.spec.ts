import { interval, timer } from 'rxjs';
import { FakeClock } from './fake-clock';

describe('FakeClock', () => {
  it('fires timers when it passes them, each at its own time, and those that they start', () => {
    const clock = new FakeClock();
    const fired: [string, number][] = [];
    const note = (name: string) => () => fired.push([name, clock.monotonic()]);
    timer(300, clock.timers).subscribe(note('late'));
    timer(100, clock.timers).subscribe(() => {
      note('early')();
      timer(50, clock.timers).subscribe(note('started'));
    });
    clock.advance(99);
    expect(fired).toEqual([]);
    clock.advance(201);
    expect(fired).toEqual([
      ['early', 100],
      ['started', 150],
      ['late', 300],
    ]);
  });

  it('fires no timer that was cancelled', () => {
    const clock = new FakeClock();
    let ticks = 0;
    const ticking = interval(1000, clock.timers).subscribe(() => (ticks += 1));
    clock.advance(3500);
    ticking.unsubscribe();
    clock.advance(3500);
    expect([ticks, clock.monotonic()]).toEqual([3, 7000]);
  });
});
