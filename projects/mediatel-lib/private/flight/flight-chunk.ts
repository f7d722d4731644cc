import type { TapedEntry } from './flight-tape';

/** Entries that were written to the browser's storage together. The key is `[part, turn]`. */
export interface FlightChunk {
  /** The operator whose work it is. */
  readonly user: string;
  /** The browser's tab; the same after a reload. */
  readonly tab: string;
  /** One life of a page: from its load, or from the sign-in, to its end. Only that page writes this part. */
  readonly part: string;
  /** Number of the chunk in its part, from 1. 0: entries of lasting kinds, from before the first chunk. */
  readonly turn: number;
  /** Time of the first and the last entry by the wall clock (ms since the epoch). */
  readonly from: number;
  readonly to: number;
  /** Wall clock minus monotonic clock when it was written (ms). */
  readonly origin: number;
  /** Length of all texts. */
  readonly characters: number;
  /** The entries in the order of time. */
  readonly entries: readonly TapedEntry[];
}
