import fc from 'fast-check';
import { type TileGrid, tileGap, tilesOf, wallPages } from './wall-pages';

const heightOf = ({ rows, height }: TileGrid): number => rows * (height + tileGap);

describe('the pages of the wall', () => {
  it('show every operator on some page, and fit the screen (law)', () => {
    let several = 0;
    let grown = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 280, max: 3840 }),
        fc.integer({ min: 400, max: 2160 }),
        fc.constantFrom(1, 1.5, 2),
        (large, small, width, height, textScale) => {
          const found = wallPages(large, small, { width, height, textScale });
          expect(heightOf(found.large) + heightOf(found.small) - tileGap).toBeLessThanOrEqual(height);
          for (const [count, grid] of [
            [large, found.large],
            [small, found.small],
          ] as const) {
            const all = Array.from({ length: count }, (_, at) => at);
            const shown = new Set<number>();
            for (let page = 0; page < found.pages; page += 1)
              for (const tile of tilesOf(all, grid, page)) shown.add(tile);
            expect(shown.size).toBe(count);
          }
          if (found.pages > 1) several += 1;
          else if (found.small.height > 60 * textScale) grown += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(Math.min(several, grown)).toBeGreaterThan(0);
  });

  it('are one page for 172 operators and several for 301, at 1920 × 1080', () => {
    expect(wallPages(12, 160, { width: 1872, height: 800, textScale: 1 }).pages).toBe(1);
    expect(wallPages(59, 242, { width: 1872, height: 800, textScale: 1 }).pages).toBeGreaterThan(1);
  });

  it('have larger tiles for few operators, and larger ones for a larger text', () => {
    const room = { width: 1872, height: 800, textScale: 1 };
    expect(wallPages(0, 20, room).small.height).toBeGreaterThan(wallPages(0, 120, room).small.height);
    const crowd = wallPages(59, 242, room);
    expect(wallPages(59, 242, { ...room, textScale: 1.5 }).large.height).toBeGreaterThan(crowd.large.height);
  });
});
