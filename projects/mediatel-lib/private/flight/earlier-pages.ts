import type { FlightChunk } from './flight-chunk';
import type { TapedEntry } from './flight-tape';

/** Entries of one page, by the page's own monotonic clock. */
export interface FlightPage {
  /** The entries in the order of time. */
  readonly entries: readonly TapedEntry[];
  /** Wall clock minus the page's monotonic clock (ms). */
  readonly origin: number;
}

/** Two pages of a tab follow each other within this time even if the wall clock was corrected between them (ms). */
const slack = 1000;

interface Part extends FlightPage {
  readonly tab: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The pages that came before a page, the oldest first.
 *
 * Of two pages that were open at the same time only one counts, because their entries say the same twice: the one in the
 * same tab.
 *
 * @param tab The page's tab.
 * @param began When the page began, by the wall clock (ms).
 */
export function earlierPages(chunks: readonly FlightChunk[], tab: string, began: number): readonly FlightPage[] {
  const parts = new Map<string, FlightChunk[]>();
  for (const chunk of chunks) {
    const part = parts.get(chunk.part);
    if (part === undefined) parts.set(chunk.part, [chunk]);
    else part.push(chunk);
  }
  const latest = [...parts.values()]
    .map(partOf)
    .sort((a, b) => Number(b.tab === tab) - Number(a.tab === tab) || b.to - a.to);
  const chosen: Part[] = [];
  for (const part of latest) {
    const isFree = chosen.every(({ from, to }) => part.to <= from + slack || part.from >= to - slack);
    if (part.to <= began + slack && isFree) chosen.push(part);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

function partOf(chunks: readonly FlightChunk[]): Part {
  const inOrder = [...chunks].sort((a, b) => a.turn - b.turn);
  const last = inOrder.at(-1)!;
  // The entries of turn 0 only still hold: the page was there, but its recording begins later.
  const from = (inOrder.find(({ turn }) => turn > 0) ?? last).from;
  return { tab: last.tab, origin: last.origin, from, to: last.to, entries: inOrder.flatMap(({ entries }) => entries) };
}
