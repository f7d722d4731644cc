import type { FlightEntry } from './flight-entry';

/** Marks a file as a flight recording. */
export const flightFormat: FlightFile['format'] = 'mediatel-flight';
/** Raised whenever a reader of the version before would misread the file. 2: the entries of several pages. */
export const flightVersion = 2;
/** Version of the recording library. */
export const libraryVersion = '0.1.0';

/**
 * Where the entries were kept. `browser`: in the browser's storage, so that they outlast a reload. Else only in memory:
 * the storage is `blocked` or `full`, or the recording is `unmasked` and must not be stored.
 */
export type FlightStorage = 'browser' | 'blocked' | 'full' | 'unmasked';

/** A flight recording as it is saved: `OPERATOR-TIME.mediatel-flight.json`. */
export interface FlightFile {
  /** Marks the file as a flight recording. */
  readonly format: 'mediatel-flight';
  /** Version of the file's format. */
  readonly version: 1 | 2;
  /** Version of the recording library. */
  readonly library: string;
  /** The browser's `userAgent`. */
  readonly browser: string;
  /** Who was signed in last; `null`: nobody. */
  readonly operator: { readonly user: string; readonly extension: string } | null;
  /** The same instant by both clocks: `wall` since the epoch, and `monotonic` (ms). */
  readonly savedAt: { readonly wall: number; readonly monotonic: number };
  /** Whether phone numbers are masked except their last two digits. */
  readonly numbersMasked: boolean;
  /** Where the entries were kept; absent in version 1, which kept them in memory. */
  readonly storage?: FlightStorage;
  /** The entries in the order of time. */
  readonly entries: readonly FlightEntry[];
}
