import { InjectionToken } from '@angular/core';

/** When a lost or refused connection is retried. All times in milliseconds. */
export interface ReconnectPolicy {
  /**
   * Time until the next try, counted from the beginning of the failed try. `failures`: failed tries in a row (0: the
   * connection was just lost).
   */
  delay(failures: number): number;
  /** Time until the try after the browser's `online` event. */
  delayOnline(): number;
  /** Shortest time between two tries while the server answers 403. */
  readonly unauthorisedInterval: number;
  /** Longest time for one try. */
  readonly connectTimeout: number;
  /** Longest time for the authorisation probe. */
  readonly probeTimeout: number;
}

/** The parts of the reconnect policy that a host sets. The other parts keep their defaults. */
export const MEDIATEL_RECONNECT_POLICY = new InjectionToken<Partial<ReconnectPolicy>>('MEDIATEL_RECONNECT_POLICY');
