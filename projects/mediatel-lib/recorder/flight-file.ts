import type { FlightEntry } from './flight-entry';

export const flightFormat = 'mediatel-flight';
/** Raised whenever a reader of the version before would misread the file. */
export const flightVersion = 1;
/** Of the library that records. */
export const libraryVersion = '0.1.0';

/** A recording as it is saved: `OPERATOR-TIME.mediatel-flight.json`. */
export interface FlightFile {
  readonly format: typeof flightFormat;
  readonly version: typeof flightVersion;
  readonly library: string;
  readonly browser: string;
  /** Who was signed in last; `null` where nobody was. */
  readonly operator: { readonly user: string; readonly extension: string } | null;
  /** The same instant by both clocks: milliseconds since the epoch, and monotonic. */
  readonly savedAt: { readonly wall: number; readonly monotonic: number };
  /** Whether phone numbers are hidden but for two digits. */
  readonly numbersMasked: boolean;
  readonly entries: readonly FlightEntry[];
}
