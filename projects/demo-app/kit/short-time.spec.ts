import { shortTime } from './short-time';

describe('a short time', () => {
  it.each([
    [new Date(2026, 8, 5, 9, 7), '5 Sep, 09:07'],
    [new Date(2026, 10, 29, 0, 30), '29 Nov, 00:30'],
  ])('of %s is “%s”', (date, words) => {
    expect(shortTime(date.getTime())).toBe(words);
    expect(shortTime(date.toISOString())).toBe(words);
  });
});
