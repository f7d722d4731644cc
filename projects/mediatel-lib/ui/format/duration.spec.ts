import { formatDuration, secondsBetween } from './duration';

describe('formatDuration', () => {
  it.each([
    [0, '00:00'],
    [252, '04:12'],
    [3852, '1:04:12'],
    [-5, '00:00'],
    [59.9, '00:59'],
  ])('shows %s s as %s', (seconds, shown) => expect(formatDuration(seconds)).toBe(shown));
});

describe('secondsBetween', () => {
  it('never skips or repeats a second when ticks come late', () => {
    const startedAt = 12_499;
    const lateTicks = Array.from({ length: 20 }, (_, second) => 13_000 + second * 1000 + (second % 3) * 40);
    const seconds = lateTicks.map((now) => secondsBetween(startedAt, now));
    expect(seconds).toEqual(Array.from({ length: 20 }, (_, second) => second + 1));
  });

  it('is never negative', () => expect(secondsBetween(12_700, 12_900)).toBe(0));
});
