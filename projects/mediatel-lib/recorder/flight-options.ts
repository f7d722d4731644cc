import { InjectionToken } from '@angular/core';

/** What a flight recorder keeps. */
export interface FlightRecorderOptions {
  /** Hides phone numbers but for their last two digits. Default true. */
  readonly maskNumbers?: boolean;
  /** Default 30. */
  readonly minutes?: number;
  /** Megabytes of text. Default 2. */
  readonly megabytes?: number;
}

export const FLIGHT_OPTIONS = new InjectionToken<Required<FlightRecorderOptions>>('FLIGHT_OPTIONS');
