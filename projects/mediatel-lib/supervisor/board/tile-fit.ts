/** Gap between tiles (px). */
export const tileGap = 8;
/** Size of the smallest tile (px): a smaller one can't be read from afar. */
export const smallestTile = { width: 88, height: 56 } as const;
/** Greatest height of a tile, as a share of its width: more height makes the text no larger. */
const tallest = 0.7;

/** How tiles fill an area. */
export interface TileFit {
  /** Number of columns. */
  readonly columns: number;
  /** Height of a tile (px). */
  readonly height: number;
  /** Whether all tiles are visible without scrolling. */
  readonly fits: boolean;
}

/**
 * The largest tiles with which `count` operators fit into an area (px), or the smallest ones, scrolled, if the area is too small.
 *
 * A screen of 1920 × 1080 shows 200 operators below the board's tools.
 */
export function fitTiles(count: number, width: number, height: number): TileFit {
  let best: TileFit | null = null;
  let bestSize = 0;
  for (let columns = 1; columns <= Math.max(1, count); columns += 1) {
    const rows = Math.ceil(Math.max(1, count) / columns);
    const wide = (width - tileGap * (columns - 1)) / columns;
    if (wide < smallestTile.width) break;
    const high = Math.min((height - tileGap * (rows - 1)) / rows, wide * tallest);
    const size = Math.min(wide * tallest, high);
    if (high >= smallestTile.height && size > bestSize) {
      best = { columns, height: Math.floor(high), fits: true };
      bestSize = size;
    }
  }
  if (best) return best;
  const columns = Math.max(1, Math.floor((width + tileGap) / (smallestTile.width + tileGap)));
  return { columns, height: smallestTile.height, fits: false };
}
