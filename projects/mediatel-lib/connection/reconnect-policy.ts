import { InjectionToken } from '@angular/core';
import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

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

/**
 * The policy used unless another is provided.
 *
 * The first tries of a whole floor are spread over 4.3 s, a little more than 2 % of them in each 100 ms (`steadyDelay`). Later
 * waits don't grow, because an operator who waits costs more than a try: a client is connected within 8 s of the link's return,
 * time-outs included.
 */
export const reconnectPolicy: ReconnectPolicy = {
  delay: steadyDelay([200, 4500], [4200, 4400]),
  delayOnline: () => randomDelay([0, 1000]),
  unauthorisedInterval: 5000,
  // After sixteen failures within minutes Chrome holds each WebSocket of a page back by 1 to 5 s, which must not pass for silence.
  connectTimeout: 6000,
  probeTimeout: 2000,
};

export const MEDIATEL_RECONNECT_POLICY = new InjectionToken<ReconnectPolicy>('MEDIATEL_RECONNECT_POLICY', {
  providedIn: 'root',
  factory: () => reconnectPolicy,
});
