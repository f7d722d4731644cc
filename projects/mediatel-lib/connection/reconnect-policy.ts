import { InjectionToken } from '@angular/core';
import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

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

/**
 * The default policy.
 *
 * The first tries of a site's operators are spread over 4.3 s, a little more than 2 % of them in each 100 ms
 * (`steadyDelay`). Later waits don't grow, since a waiting operator costs more than a try. A client is connected
 * within 8 s after the network returns, time-outs included.
 */
export const reconnectPolicy: ReconnectPolicy = {
  delay: steadyDelay([200, 4500], [4200, 4400]),
  delayOnline: () => randomDelay([0, 1000]),
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
