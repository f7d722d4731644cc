import type { FlightEntry } from './flight-entry';

/** Marks a file as a flight recording. */
export const flightFormat: FlightFile['format'] = 'mediatel-flight';
/** Raised whenever a reader of the version before would misread the file. */
export const flightVersion: FlightFile['version'] = 1;
/** Version of the recording library. */
export const libraryVersion = '0.1.0';

/** A flight recording as it is saved: `OPERATOR-TIME.mediatel-flight.json`. */
export interface FlightFile {
  /** Marks the file as a flight recording. */
  readonly format: 'mediatel-flight';
  /** Version of the file's format. */
  readonly version: 1;
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
  /** The entries in the order of time. */
  readonly entries: readonly FlightEntry[];
}
