import fc from 'fast-check';
import { rowWindows } from './row-window';

const sum = (heights: readonly number[]): number => heights.reduce((all, one) => all + one, 0);

describe('the rows in the page', () => {
  it('are all that can be seen, and keep the height of the list (law)', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 20, max: 400 }), { maxLength: 60, size: 'max' }), { maxLength: 8 }),
        fc.nat(20_000),
        (groups, top) => {
          const view = { top, height: 600 };
          const windows = rowWindows(groups, 40, view);
          let y = 0;
          groups.forEach((heights, group) => {
            const { from, to, before, after } = windows[group]!;
            expect([before, after]).toEqual([sum(heights.slice(0, from)), sum(heights.slice(to))]);
            y += 40;
            heights.forEach((height, row) => {
              const isSeen = y < top + view.height && y + height > top;
              if (isSeen) seen += 1;
              expect(!isSeen || (row >= from && row < to)).toBe(true);
              y += height;
            });
          });
        },
      ),
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('are few of a long list', () => {
    const [window] = rowWindows([Array.from({ length: 300 }, () => 36)], 36, { top: 3_600, height: 600 });
    expect(window!.to - window!.from).toBeLessThan(40);
    expect(window!.from).toBeGreaterThan(80);
  });
});
