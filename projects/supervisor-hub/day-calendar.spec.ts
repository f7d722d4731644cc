import fc from 'fast-check';
import { DayCalendar } from './day-calendar';

const hour = 60 * 60 * 1000;
const at = (text: string): number => Date.parse(text);

describe('DayCalendar', () => {
  it('begins a day at the zone’s midnight, whatever the process’s own zone is', () => {
    const kyiv = new DayCalendar('Europe/Kyiv');
    expect(kyiv.dayOf(at('2026-11-22T21:59:59.999Z'))).toBe('2026-11-22');
    expect(kyiv.dayOf(at('2026-11-22T22:00:00Z'))).toBe('2026-11-23');
    expect(kyiv.beginOf('2026-11-23')).toBe(at('2026-11-22T22:00:00Z'));
    expect(kyiv.endOf('2026-11-23')).toBe(at('2026-11-23T22:00:00Z'));
    expect(new DayCalendar('Pacific/Auckland').beginOf('2026-11-23')).toBe(at('2026-11-22T11:00:00Z'));
    expect(new DayCalendar('UTC').beginOf('2026-11-23')).toBe(at('2026-11-23T00:00:00Z'));
  });

  it.each([
    ['Europe/Kyiv', '2026-03-29', 23],
    ['Europe/Kyiv', '2026-10-25', 25],
    // This day has no midnight.
    ['Asia/Beirut', '2026-03-29', 23],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('knows that in %s %s has %i hours', (zone, day, hours) => {
    const calendar = new DayCalendar(zone);
    expect(calendar.endOf(day) - calendar.beginOf(day)).toBe(hours * hour);
  });

  it('every instant is in its own day, and days have no gaps (law)', () => {
    const zones = ['Europe/Kyiv', 'America/New_York', 'Asia/Beirut', 'Asia/Kolkata', 'Pacific/Auckland', 'Etc/GMT+12'];
    const calendars = zones.map((zone) => new DayCalendar(zone));
    fc.assert(
      fc.property(fc.constantFrom(...calendars), fc.integer({ min: 1.6e12, max: 1.9e12 }), (calendar, instant) => {
        const day = calendar.dayOf(instant);
        expect(calendar.beginOf(day)).toBeLessThanOrEqual(instant);
        expect(calendar.endOf(day)).toBeGreaterThan(instant);
        expect(calendar.dayOf(calendar.beginOf(day) - 1) < day).toBe(true);
        expect(calendar.isDay(day)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('recognises an invalid day and an invalid zone', () => {
    const calendar = new DayCalendar('Europe/Kyiv');
    for (const text of ['', '2026-99-99', '2026-02-30', '0000-01-01', '2026-1-1', '2026-11-23T00:00', 'today']) {
      expect(calendar.isDay(text)).toBe(false);
    }
    expect(() => new DayCalendar('Europe/Nowhere')).toThrow(RangeError);
  });
});
