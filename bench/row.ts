/** One line of the table: what was measured, the baseline, and whether the goal holds. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** Medians; rows of 95th percentiles say so in their name. */
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  readonly ratio: number;
  /** The largest allowed ratio; the smallest one for a row where more is better. */
  readonly goal: number;
  readonly moreIsBetter?: boolean;
  readonly holds: boolean;
  /** The 95th percentiles of the same runs, if there is more than one run. */
  readonly p95?: { readonly ours: number; readonly peer: number };
}

export function row(parts: Omit<Row, 'ratio' | 'holds'>): Row {
  const ratio = parts.ours / parts.peer;
  return { ...parts, ratio, holds: parts.moreIsBetter ? ratio >= parts.goal : ratio <= parts.goal };
}

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;

/** The value that this share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Infinity;

export function summary(samples: readonly number[]): { readonly median: number; readonly p95: number } {
  if (samples.length === 0) throw new Error('no samples to summarise');
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);

export function table(rows: readonly Row[]): string {
  const cells = rows.map((r) => [
    r.name,
    `${round(r.ours)} ${r.unit}`,
    `${round(r.peer)} ${r.unit}`,
    r.peerName,
    round(r.ratio),
    `${r.moreIsBetter ? '≥' : '≤'} ${r.goal}`,
    r.holds ? 'holds' : 'MISSED',
  ]);
  const lines = [['name', 'ours', 'beside', 'which is', 'ratio', 'goal', ''], ...cells];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
