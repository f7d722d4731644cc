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

const between = (from: number, to: number): number => from + Math.random() * (to - from);

/**
 * The default policy.
 *
 * All operators of a site lose the server at the same moment. Their first tries are spread evenly over 4.3 s: a
 * little more than 2 % of them in each 100 ms. Further tries follow at nearly that distance, so the spread stays even
 * however long the server is away. Other distances would pile new tries upon old ones.
 *
 * The waits don't grow, since a waiting operator costs more than a try. Everybody is connected within 8 s after the
 * network returns, time-outs included.
 */
export const reconnectPolicy: ReconnectPolicy = {
  delay: (failures) => (failures === 0 ? between(200, 4500) : between(4200, 4400)),
  delayOnline: () => between(0, 1000),
  unauthorisedInterval: 5000,
  // After sixteen failures within minutes, Chrome delays each WebSocket of a page by 1 to 5 s. That delay must not
  // count as silence.
  connectTimeout: 6000,
  probeTimeout: 2000,
};

/** The reconnect policy. Default `reconnectPolicy`. */
export const MEDIATEL_RECONNECT_POLICY = new InjectionToken<ReconnectPolicy>('MEDIATEL_RECONNECT_POLICY', {
  providedIn: 'root',
  factory: () => reconnectPolicy,
});
