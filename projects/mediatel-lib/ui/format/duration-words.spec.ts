import { durationWords } from './duration-words';
import { russianAlerts } from '../intl/ru/russian-alerts';
import { ukrainianAlerts } from '../intl/uk/ukrainian-alerts';

describe('durationWords', () => {
  // The browser's units have no-break spaces.
  const words = (seconds: number, language: string): string =>
    durationWords(seconds, language).replaceAll('\u00a0', ' ');

  it.each([
    ['en', '45 sec', '6 min', '1 hr 5 min', '2 hr'],
    ['uk', '45 с', '6 хв', '1 год 5 хв', '2 год'],
    ['ru', '45 с', '6 мин', '1 ч 5 мин', '2 ч'],
  ])('in %s', (language, seconds, minutes, hours, even) => {
    const exact = durationWords(419, language, 'second').replaceAll('\u00a0', ' ');
    expect(exact).toBe(`${minutes} ${words(59, language)}`);
    expect(durationWords(360, language, 'second')).toBe(durationWords(360, language));
    expect([45.9, 419, 3900, 7200].map((value) => words(value, language))).toEqual([seconds, minutes, hours, even]);
  });
});

it.each([
  [1, '1 попередження', '1 предупреждение'],
  [2, '2 попередження', '2 предупреждения'],
  [5, '5 попереджень', '5 предупреждений'],
  [11, '11 попереджень', '11 предупреждений'],
  [21, '21 попередження', '21 предупреждение'],
  [112, '112 попереджень', '112 предупреждений'],
])('%d alerts are counted by the languages’ rules', (count, uk, ru) => {
  expect([ukrainianAlerts.count(count), russianAlerts.count(count)]).toEqual([uk, ru]);
});
