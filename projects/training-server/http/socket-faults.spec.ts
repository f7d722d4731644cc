import { ManualClock } from '../../server-kit';
import { SocketFaults } from './socket-faults';

/** Faults, and how many of their timers run. */
function faultsWithTimers() {
  const clock = new ManualClock();
  let timers = 0;
  const faults = new SocketFaults({
    now: () => clock.now(),
    elapsed: () => clock.elapsed(),
    every: (ms, run) => clock.every(ms, run),
    schedule: (ms, run) => {
      timers += 1;
      const cancel = clock.schedule(ms, run);
      return () => {
        timers -= 1;
        cancel();
      };
    },
  });
  return { faults, timers: () => timers };
}

describe('faults of sockets', () => {
  it('keep one timer for a line, however often it fails', () => {
    const { faults, timers } = faultsWithTimers();
    for (let time = 0; time < 5; time++) faults.begin('agent1', 'sip', 'cut', 600_000);
    expect(timers()).toBe(1);
    faults.begin('agent1', 'sip', 'cut', 0);
    expect(timers()).toBe(0);
  });

  it('that begin while the server closes leave no timer', () => {
    const { faults, timers } = faultsWithTimers();
    faults.begin('agent1', 'sip', 'cut', 600_000);
    faults.close();
    faults.begin('agent1', 'mediatel', 'silence', 600_000);
    expect(timers()).toBe(0);
    expect(faults.refuses('agent1', 'mediatel')).toBe(false);
  });
});
