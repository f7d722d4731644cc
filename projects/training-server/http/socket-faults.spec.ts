import { type Cancel, ManualClock } from '../../server-kit';
import { SocketFaults } from './socket-faults';

/** A clock that counts the timers that run. */
class CountingClock extends ManualClock {
  timers = 0;

  override schedule(ms: number, run: () => void): Cancel {
    const cancel = super.schedule(ms, run);
    this.timers += 1;
    return () => {
      this.timers -= 1;
      cancel();
    };
  }
}

describe('faults of sockets', () => {
  it('keep one timer for a line, however often it fails', () => {
    const clock = new CountingClock();
    const faults = new SocketFaults(clock);
    for (let time = 0; time < 5; time++) faults.begin('agent1', 'sip', 'cut', 600_000);
    expect(clock.timers).toBe(1);
    faults.begin('agent1', 'sip', 'cut', 0);
    expect(clock.timers).toBe(0);
  });

  it('that begin while the server closes leave no timer', () => {
    const clock = new CountingClock();
    const faults = new SocketFaults(clock);
    faults.begin('agent1', 'sip', 'cut', 600_000);
    faults.close();
    faults.begin('agent1', 'mediatel', 'silence', 600_000);
    expect(clock.timers).toBe(0);
    expect(faults.refuses('agent1', 'mediatel')).toBe(false);
  });
});
