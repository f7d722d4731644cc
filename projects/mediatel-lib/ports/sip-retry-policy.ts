import { InjectionToken } from '@angular/core';

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

/** The parts of the SIP retry policy that a host sets. The other parts keep their defaults. */
export const MEDIATEL_SIP_RETRY_POLICY = new InjectionToken<Partial<SipRetryPolicy>>('MEDIATEL_SIP_RETRY_POLICY');
