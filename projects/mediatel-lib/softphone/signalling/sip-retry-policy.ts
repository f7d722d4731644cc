import { InjectionToken } from '@angular/core';
import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

/** When the SIP socket and the registration are retried. All times in milliseconds. */
export interface SipRetryPolicy {
  /**
   * Time until the next WebSocket, counted from the beginning of the failed try. `failures`: failed tries in a row
   * (0: the socket was just lost).
   */
  socketDelay(failures: number): number;
  /** Time until the next REGISTER after one that failed over a working socket. */
  registerDelay(): number;
  /**
   * Time until the next try if the server refused this browser or does not know the extension: it may be reloading
   * its accounts.
   */
  refusedDelay(): number;
  /** Longest time for the probe whether the SIP endpoint refuses this browser. */
  readonly probeTimeout: number;
  /** Longest time until a WebSocket opens. */
  readonly openTimeout: number;
  /** Longest time until a REGISTER is answered, its challenge included. JsSIP's own limit is 32 s. */
  readonly registerTimeout: number;
  /** The same after the browser's `online` event: the socket may belong to a network that is gone. */
  readonly onlineTimeout: number;
}

/**
 * The default policy.
 *
 * JsSIP would reconnect all clients of a lost server after exactly 2 s, and would never repeat a failed REGISTER.
 * Here the first tries are spread over 4.15 s (`steadyDelay`). An extension is registered again within 5 s after the
 * network returns.
 */
export const sipRetryPolicy: SipRetryPolicy = {
  socketDelay: steadyDelay([100, 4250], [4100, 4200]),
  registerDelay: () => randomDelay([1000, 6000]),
  refusedDelay: () => randomDelay([30_000, 60_000]),
  probeTimeout: 2000,
  // After sixteen failures within minutes, Chrome delays each WebSocket of a page by 1 to 5 s. That delay must not
  // count as silence.
  openTimeout: 6000,
  registerTimeout: 5000,
  onlineTimeout: 2500,
};

/** The retry policy of the SIP socket and the registration. Default `sipRetryPolicy`. */
export const MEDIATEL_SIP_RETRY_POLICY = new InjectionToken<SipRetryPolicy>('MEDIATEL_SIP_RETRY_POLICY', {
  providedIn: 'root',
  factory: () => sipRetryPolicy,
});
