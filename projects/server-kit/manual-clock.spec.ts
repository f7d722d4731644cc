import { ManualClock } from './manual-clock';

describe('the clock of tests', () => {
  it('runs a repeated timer once each time until it is cancelled', () => {
    const clock = new ManualClock();
    const runs: number[] = [];
    const cancel = clock.every(100, () => runs.push(clock.elapsed()));
    clock.advance(350);
    expect(runs).toEqual([100, 200, 300]);
    cancel();
    clock.advance(1000);
    expect(runs).toHaveLength(3);
    expect(clock.waiting).toBe(0);
  });

  it('a timer may cancel itself', () => {
    const clock = new ManualClock();
    let runs = 0;
    const cancel = clock.every(100, () => {
      runs += 1;
      cancel();
    });
    clock.advance(1000);
    expect(runs).toBe(1);
  });
});
