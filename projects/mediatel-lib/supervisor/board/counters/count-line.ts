import type { BoardState } from '../view/board-state';
import { type CountSample, historySpan, sampleInterval } from './count-history';

/** A state's numbers as a line, in a box of 60 × 16. */
export interface CountLine {
  /** The path of the line. It has a gap where nothing was counted. */
  readonly path: string;
  /** The lowest number. */
  readonly lowest: number;
  /** The highest number. */
  readonly highest: number;
  /** When the counting began: milliseconds since the epoch, by the hub's clock. */
  readonly since: number;
}

/** The box of the line. */
export const lineBox = { width: 60, height: 16 } as const;

/** A longer time between two samples is a gap (ms). Browsers slow the timers of hidden pages. */
const longestStep = 2.5 * sampleInterval;

/**
 * The line of a state over the last 30 minutes; `null` for fewer than two samples. It is a pure function.
 *
 * The width is always 30 minutes: a line that begins later begins further right. The height begins with 0.
 */
export function countLine(samples: readonly CountSample[], state: BoardState): CountLine | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || first === last) return null;
  const values = samples.map(({ counts }) => counts.get(state) ?? 0);
  const highest = Math.max(...values);
  const { width, height } = lineBox;
  const round = (value: number): number => Math.round(value * 10) / 10;
  let path = '';
  samples.forEach(({ at }, index) => {
    const x = round(width * (1 - (last.at - at) / historySpan));
    // The stroke is 1.5 wide.
    const y = round(height - 1 - (height - 2) * ((values[index] ?? 0) / Math.max(1, highest)));
    const before = samples[index - 1]?.at ?? -Infinity;
    path += `${at - before > longestStep ? 'M' : 'L'}${x} ${y}`;
  });
  return { path, lowest: Math.min(...values), highest, since: first.at };
}
