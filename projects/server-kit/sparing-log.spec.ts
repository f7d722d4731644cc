import { ManualClock } from './manual-clock';
import { SparingLog } from './sparing-log';

describe('the sparing log', () => {
  let clock: ManualClock;
  let lines: unknown[];
  let log: SparingLog;

  beforeEach(() => {
    clock = new ManualClock();
    lines = [];
    const written = { warn: (facts: object, message: string) => void lines.push([message, facts]) };
    log = new SparingLog(written as never, (ms, run) => clock.schedule(ms, run));
  });

  it('writes one line a second of each cause, with the number of those left out', () => {
    for (let count = 1; count <= 1000; count++) log.warn({ count }, 'refused');
    log.warn({}, 'another');
    expect(lines).toEqual([
      ['refused', { count: 1 }],
      ['another', {}],
    ]);
    clock.advance(1000);
    expect(lines.slice(2)).toEqual([['refused', { count: 1000, more: 998 }]]);
  });

  it('limits the lines of a long flood, and forgets a cause that is over', () => {
    for (let count = 0; count < 100; count++) {
      log.warn({}, 'refused');
      clock.advance(100);
    }
    expect(lines).toHaveLength(11);
    clock.advance(1000);
    expect(clock.waiting).toBe(0);
    log.warn({ again: true }, 'refused');
    expect(lines.at(-1)).toEqual(['refused', { again: true }]);
  });

  it('distinguishes causes with the same message', () => {
    for (const user of ['agent1', 'agent2', 'agent1']) log.warn({ user }, 'refused', user);
    expect(lines).toEqual([
      ['refused', { user: 'agent1' }],
      ['refused', { user: 'agent2' }],
    ]);
  });
});
