import fc from 'fast-check';
import { axisTicks } from './axis-ticks';

const minute = 60_000;

describe('the marks of the axis', () => {
  it('are round times', () => {
    const eight = 8 * 60 * minute;
    const scale = { begin: eight + 7 * minute, end: eight + 487 * minute, width: 800 };
    const times = axisTicks(scale, 0, 16).map(({ at }) => at / minute);
    expect(times).toEqual([540, 600, 660, 720, 780, 840, 900, 960]);
  });

  it('are one on an axis without room for two', () => {
    expect(axisTicks({ begin: 0, end: 24 * 60 * minute, width: 120 }, 0, 32)).toEqual([{ at: 0, x: 0 }]);
  });

  it('have room for their text, whatever the zoom and the size of the text (law)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 24 * 60 }),
        fc.integer({ min: 120, max: 1_800 }),
        fc.constantFrom(16, 24, 32),
        (minutes, width, rem) => {
          const ticks = axisTicks({ begin: 0, end: minutes * minute, width }, 0, rem);
          expect(ticks.length).toBeGreaterThan(0);
          for (const [i, { x }] of ticks.entries()) expect(i === 0 || x - ticks[i - 1]!.x >= 4 * rem - 1).toBe(true);
        },
      ),
    );
  });
});
