import { jest } from '@jest/globals';
import { storedPlaces } from './stored-places';
import { isLately, stepDuring } from './wall-clock';

const hour = 3_600_000;

describe('a step of the wall clock while the tab is loaded again', () => {
  it.each([hour, -hour])('is what differs from the time by the other clock: %i', (step) => {
    expect(stepDuring('5000', 40, 340, 5310 + step)).toBe(step + 10);
  });

  it('is none where the former page is not known', () => {
    expect(stepDuring('5000', 0, 300, 5300 + hour)).toBe(0);
    expect(stepDuring(null, 40, 340, 5300)).toBe(0);
    expect(stepDuring('?', 40, 340, 5300)).toBe(0);
  });
});

describe('a page that was loaded again while the clock was set forward', () => {
  it('dates what the former page stored by the former clock, and what it stores itself by the present one', () => {
    const now = Date.now();
    // The former page left 200 ms ago.
    sessionStorage.setItem(storedPlaces.leftAt.key, String(now - 200 - hour));
    const entry = { type: 'reload', unloadEventEnd: performance.now() - 200 };
    Object.assign(performance, { getEntriesByType: jest.fn(() => [entry]) });
    expect(isLately(now - 3000 - hour, 60_000)).toBe(true);
    expect(isLately(now - 70_000 - hour, 60_000)).toBe(false);
    expect(isLately(now - 3000, 60_000)).toBe(true);
    expect(isLately(now - 70_000, 60_000)).toBe(false);
    expect(sessionStorage.getItem(storedPlaces.leftAt.key)).toBeNull();
    dispatchEvent(new Event('pagehide'));
    expect(Number(sessionStorage.getItem(storedPlaces.leftAt.key))).toBeGreaterThanOrEqual(now);
  });
});
