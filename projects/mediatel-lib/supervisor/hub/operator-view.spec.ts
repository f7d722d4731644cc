import { recordOf } from 'test-kit';
import { isGone, isLive } from './operator-view';

describe('isGone', () => {
  const minutes = 60_000;
  const silent = recordOf({}, { confidence: 'unconfirmed' });

  it('is true after five minutes without a report, and not before', () => {
    expect(isGone(silent, 0, 5 * minutes - 1)).toBe(false);
    expect(isGone(silent, 0, 5 * minutes)).toBe(true);
  });

  it('is false before the hub’s first message, which gives the time', () => {
    expect(isGone(silent, 0, null)).toBe(false);
  });

  it('excludes live: a record that still says so is as old as its last report', () => {
    const record = recordOf({}, { confidence: 'live' });
    expect([isGone(record, 0, 5 * minutes), isLive(record, 0, 5 * minutes)]).toEqual([true, false]);
    expect([isGone(record, 0, 1_000), isLive(record, 0, 1_000)]).toEqual([false, true]);
  });
});
