import { agoWords } from './ago-words';

describe('agoWords', () => {
  // The browser's units have no-break spaces.
  const words = (seconds: number, language: string): string => agoWords(seconds, language).replaceAll('\u00a0', ' ');

  it.each([
    ['en', 'now', '12 min ago', '3 hr ago'],
    ['uk', 'зараз', '12 хв тому', '3 год тому'],
    ['ru', 'сейчас', '12 мин назад', '3 ч назад'],
  ])('in %s', (language, now, minutes, hours) => {
    expect([5, -5, 12 * 60 + 59, 3 * 3600].map((value) => words(value, language))).toEqual([now, now, minutes, hours]);
  });

  it('counts days', () => expect(words(50 * 3600, 'en')).toBe('2 days ago'));
});
