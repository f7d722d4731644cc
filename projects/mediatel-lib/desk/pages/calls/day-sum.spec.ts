import { daySum } from './day-sum';
import type { OwnCall } from './own-call';

const call = (change: Partial<OwnCall>): OwnCall => ({
  callTraceID: '1',
  number: null,
  queueName: null,
  direction: null,
  seenAt: 0,
  activeSince: 0,
  endedAt: 60_000,
  codes: [],
  isUnconfirmed: false,
  ...change,
});

describe('the sum of the day', () => {
  it('counts calls, talk and after-call work', () => {
    const calls = [
      call({ activeSince: 10_000, endedAt: 70_000, finishedAt: 100_000 }),
      call({ activeSince: 200_000, endedAt: 230_000, finishedAt: 240_000 }),
      call({ activeSince: null, endedAt: 300_000, finishedAt: 302_000 }),
    ];
    expect(daySum(calls)).toEqual({ calls: 3, talked: 90, afterCall: 14 });
  });

  it('does not guess: a call that lasts does not count, an unknown end has no average', () => {
    expect(daySum([call({}), call({ endedAt: null })])).toEqual({ calls: 1, talked: 60, afterCall: null });
    expect(daySum([call({ endedAt: null })])).toBeNull();
    expect(daySum([])).toBeNull();
  });

  it('has no negative times, whatever the clocks did', () => {
    expect(daySum([call({ activeSince: 90_000, finishedAt: 1000 })])).toEqual({ calls: 1, talked: 0, afterCall: 0 });
  });
});
