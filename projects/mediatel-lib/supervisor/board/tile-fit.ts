/** Pixels between tiles. */
export const tileGap = 8;
/** Pixels below which a tile can't be read from afar: smaller ones are not made. */
export const smallestTile = { width: 88, height: 56 } as const;
/** A tile higher than this part of its width is no wider to read. */
const tallest = 0.7;

export interface TileFit {
  readonly columns: number;
  /** Pixels. */
  readonly height: number;
  /** Whether all are seen without scrolling. */
  readonly fits: boolean;
}

/**
 * The largest tiles by which so many fill a screen, or the smallest, to be scrolled, where it is too small for them.
 *
 * A screen of 1920 × 1080 shows 200 operators beside the board's own tools.
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
