import { InjectionToken } from '@angular/core';

/** When a lost or refused connection is tried again. All times in milliseconds. */
export interface ReconnectPolicy {
  /**
   * Time to the next try, after `failures` tries in a row that came to nothing (0: the connection was just lost). Counted from the
   * beginning of the try that failed.
   */
  delay(failures: number): number;
  /** Time to the try after the browser said that the network is back. */
  delayOnline(): number;
  /** Least time between two tries while the server answers 403. */
  readonly unauthorisedInterval: number;
  /** How long one try may take. */
  readonly connectTimeout: number;
  /** How long the authorisation probe may take. */
  readonly probeTimeout: number;
}

/** What a host sets of the reconnect policy; the rest keeps its default. */
export const MEDIATEL_RECONNECT_POLICY = new InjectionToken<Partial<ReconnectPolicy>>('MEDIATEL_RECONNECT_POLICY');
