import { InjectionToken } from '@angular/core';

/** How much a flight recorder keeps. */
export interface FlightRecorderOptions {
  /**
   * Whether phone numbers are masked except their last two digits, and customers' data with them. Default true. Without it
   * nothing is stored in the browser: a reload loses the recording.
   */
  readonly maskNumbers?: boolean;
  /** Minutes to keep. Default 30. */
  readonly minutes?: number;
  /** Megabytes of text to keep. Default 2. */
  readonly megabytes?: number;
}

export const FLIGHT_OPTIONS = new InjectionToken<Required<FlightRecorderOptions>>('FLIGHT_OPTIONS');
