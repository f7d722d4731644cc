import fc from 'fast-check';
import { fitTiles, smallestTile, tileGap } from './tile-fit';

describe('the tiles of a wall screen', () => {
  it('fit the screen without scrolling, never smaller than can be read (law)', () => {
    let fitting = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 120, max: 3840 }),
        fc.integer({ min: 100, max: 2160 }),
        (count, width, height) => {
          const { columns, height: tile, fits } = fitTiles(count, width, height);
          const rows = Math.ceil(count / columns);
          expect(tile).toBeGreaterThanOrEqual(smallestTile.height);
          expect((width - tileGap * (columns - 1)) / columns).toBeGreaterThanOrEqual(smallestTile.width);
          if (fits) fitting++;
          expect(fits ? rows * tile + tileGap * (rows - 1) : 0).toBeLessThanOrEqual(height);
        },
      ),
    );
    expect(fitting).toBeGreaterThan(0);
  });

  it('show 200 operators on 1920 × 1080 below the tools, and fill a screen with few', () => {
    expect(fitTiles(200, 1870, 800).fits).toBe(true);
    expect(fitTiles(6, 1870, 800).height).toBeGreaterThan(300);
    expect(fitTiles(200, 328, 400)).toMatchObject({ columns: 3, fits: false });
  });
});
