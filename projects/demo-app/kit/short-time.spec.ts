import type { LanguageTag } from 'mediatel-lib/ui';
import { shortTime } from './short-time';

describe('a short time', () => {
  it.each<[Date, LanguageTag, string]>([
    [new Date(2026, 8, 5, 9, 7), 'en', '5 Sep, 09:07'],
    [new Date(2026, 10, 29, 0, 30), 'en', '29 Nov, 00:30'],
    [new Date(2026, 8, 5, 16, 8), 'uk', '5 вер., 16:08'],
    [new Date(2026, 8, 5, 16, 8), 'ru', '5 сент., 16:08'],
  ])('of %s in %s is “%s”', (date, tag, words) => {
    expect(shortTime(date.getTime(), tag)).toBe(words);
    expect(shortTime(date.toISOString(), tag)).toBe(words);
  });
});
