import type { BandFill } from './band-look';

/** One tile of a pattern. It is as high as the band, so that each band has a full edge at its top. */
export interface BandTile {
  /** Width of the tile (px). */
  readonly width: number;
  /** Opacity of the ground, in the state's colour. */
  readonly ground: number;
  /** Lines in the state's colour, as SVG path data. */
  readonly lines: string;
  /** Width of the lines (px). */
  readonly stroke: number;
  /** Whether the lines begin and end round: a line without length is a dot. */
  readonly isRound: boolean;
}

/** Height of the edge at the top of a band (px). */
const edge = 2;

const counted = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step);

/** The tile of a fill in a band of this height (px); `null` for a plain colour and for nothing. */
export function bandTile(fill: BandFill, height: number): BandTile | null {
  const top = (width: number): string => `M0 ${edge / 2}h${width}`;
  const bottom = (width: number): string => `M0 ${height - edge / 2}h${width}`;
  const tile = (width: number, ground: number, stroke: number, lines: readonly string[]): BandTile => ({
    width,
    ground,
    stroke,
    lines: lines.join(''),
    isRound: false,
  });
  switch (fill) {
    case 'solid':
    case 'absent':
      return null;
    case 'striped':
      return tile(
        8,
        0.2,
        edge,
        counted(edge / 2, height, 5).map((y) => `M0 ${y}h8`),
      );
    case 'hatched':
      return tile(6, 0.22, 2, [top(6), ...counted(-height, 12, 6).map((x) => `M${x} ${height}l${height} ${-height}`)]);
    case 'slanted':
      return tile(8, 0.12, 2, [top(8), ...counted(-height, 16, 8).map((x) => `M${x} 0l${height} ${height}`)]);
    case 'crossed':
      return tile(8, 0.1, 1, [
        top(8),
        ...counted(-height, 16, 8).map((x) => `M${x} 0l${height} ${height}M${x} ${height}l${height} ${-height}`),
      ]);
    case 'upright':
      return tile(5, 0.15, 2, [top(5), `M2 0v${height}`]);
    case 'dotted':
      return {
        ...tile(6, 0.16, 2, [
          top(6),
          ...counted(5.5, height - 1, 4).map((y, i) => `M${i % 2 === 0 ? 1.5 : 4.5} ${y}h0`),
        ]),
        isRound: true,
      };
    case 'hollow':
      return tile(8, 0.08, edge, [top(8), bottom(8)]);
    case 'dashed':
      return tile(7, 0, edge, [top(4), bottom(4)]);
  }
}
