/** Gap between tiles (px). */
export const tileGap = 8;
/** Smallest tiles (px, at a text size of 16 px). */
const smallTile = { width: 108, height: 46 } as const;
const largeTile = { width: 264, height: 112 } as const;
/** Largest share of the height for the large tiles, while there are small ones. */
const largeShare = 0.55;
/** Largest factor by which few tiles grow. */
const mostGrowth = 3;

/** How the tiles of one kind stand on a page. */
export interface TileGrid {
  /** Number of columns. */
  readonly columns: number;
  /** Number of rows. */
  readonly rows: number;
  /** Height of a tile (px). */
  readonly height: number;
}

/** How the wall's tiles are divided into pages. All pages have the same grids. */
export interface WallPages {
  /** Number of pages, at least 1. */
  readonly pages: number;
  /** The large tiles, at the top. */
  readonly large: TileGrid;
  /** The small tiles, below. */
  readonly small: TileGrid;
}

/** An area (px) and the text size (1 = 16 px). */
export interface WallRoom {
  readonly width: number;
  readonly height: number;
  readonly textScale: number;
}

/**
 * Divides tiles into as few pages as the area allows. If one page is enough, the tiles grow. It is a pure function.
 *
 * Without an area all tiles are on one page, one below the other.
 *
 * Laws, tested with generated areas: the grids of a page fit into the area if one tile does; all pages together have room for all
 * tiles.
 */
export function wallPages(large: number, small: number, room: WallRoom | null): WallPages {
  if (room === null) {
    return {
      pages: 1,
      large: { columns: 1, rows: large, height: largeTile.height },
      small: { columns: 1, rows: small, height: smallTile.height },
    };
  }
  for (let growth = mostGrowth; growth > 1; growth -= 0.1) {
    const found = pagesAt(large, small, room, growth);
    if (found.pages === 1 && heightOf(found.large) + heightOf(found.small) - tileGap <= room.height) return found;
  }
  return pagesAt(large, small, room, 1);
}

function pagesAt(large: number, small: number, { width, height, textScale }: WallRoom, growth: number): WallPages {
  const scale = growth * textScale;
  const largeGrid = gridOf(large, width, small === 0 ? height : height * largeShare, largeTile, scale);
  const left = height - (largeGrid.rows === 0 ? 0 : largeGrid.rows * (largeGrid.height + tileGap));
  const smallGrid = gridOf(small, width, left, smallTile, scale);
  const pages = Math.max(1, pagesOf(large, largeGrid), pagesOf(small, smallGrid));
  return { pages, large: largeGrid, small: smallGrid };
}

function gridOf(
  count: number,
  width: number,
  height: number,
  tile: { readonly width: number; readonly height: number },
  scale: number,
): TileGrid {
  const columns = Math.max(1, Math.floor((width + tileGap) / (tile.width * scale + tileGap)));
  const high = Math.round(tile.height * scale);
  if (count === 0) return { columns, rows: 0, height: high };
  const rows = Math.max(1, Math.floor((height + tileGap) / (high + tileGap)));
  return { columns, rows: Math.min(rows, Math.ceil(count / columns)), height: high };
}

const heightOf = ({ rows, height }: TileGrid): number => rows * (height + tileGap);

const pagesOf = (count: number, { columns, rows }: TileGrid): number =>
  count === 0 ? 0 : Math.ceil(count / (columns * rows));

/** The tiles of one page. Fewer pages than the wall has are shown again. */
export function tilesOf<Tile>(all: readonly Tile[], { columns, rows }: TileGrid, page: number): readonly Tile[] {
  const size = columns * rows;
  if (size === 0 || all.length === 0) return [];
  const own = page % Math.ceil(all.length / size);
  return all.slice(own * size, (own + 1) * size);
}
