import { defaultAlertThresholds } from '../../alerts/alert-thresholds';
import type { Band } from '../band/day-band';
import { longestStays } from './longest-stays';

const minute = 60_000;
const band = (from: number, to: number, look: Band['look'], about: Partial<Band> = {}): Band => ({
  ...{ from: from * minute, to: to * minute, look, lasts: false },
  ...{ pause: null, queue: null, traceId: null },
  ...about,
});

describe('what lasted longer than its alert’s threshold', () => {
  it('is the longest stay in a state, over all its segments', () => {
    const day = [band(0, 2, 'clerical'), band(2, 4, 'clerical'), band(4, 5, 'available'), band(5, 10, 'clerical')];
    expect(longestStays(day, defaultAlertThresholds)).toEqual({ clerical: { time: 5 * minute, limit: 3 * minute } });
    expect(longestStays(day.slice(0, 1), defaultAlertThresholds)).toEqual({});
  });

  it('is counted for each call alone', () => {
    const calls = (second: string): readonly Band[] => [
      band(0, 15, 'talking', { traceId: '1' }),
      band(15, 30, 'talking', { traceId: second }),
    ];
    expect(longestStays(calls('2'), defaultAlertThresholds)).toEqual({});
    expect(longestStays(calls('1'), defaultAlertThresholds).talk?.time).toBe(30 * minute);
  });

  it('has the threshold of the pause by its name', () => {
    const thresholds = { ...defaultAlertThresholds, pauses: { Lunch: 3600 } };
    expect(longestStays([band(0, 40, 'paused', { pause: 'Lunch' })], thresholds)).toEqual({});
    expect(longestStays([band(0, 40, 'paused', { pause: 'Meeting' })], thresholds).pause?.limit).toBe(15 * minute);
  });
});
