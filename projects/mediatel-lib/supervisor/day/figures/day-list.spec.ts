import { dayWords, keptDaysOf } from './day-list';

describe('the days to choose from', () => {
  it('are today and the week before, also over the end of a month', () => {
    expect(keptDaysOf('2026-03-02')).toEqual([
      ...['2026-03-02', '2026-03-01', '2026-02-28', '2026-02-27'],
      ...['2026-02-26', '2026-02-25', '2026-02-24', '2026-02-23'],
    ]);
    expect(keptDaysOf('')).toEqual([]);
  });

  it('are written as in the language', () => {
    expect(dayWords('2026-11-28', 'en')).toBe('Sat, Nov 28');
    expect(dayWords('2026-11-28', 'uk')).toMatch(/сб.*28.*лист/);
  });
});
