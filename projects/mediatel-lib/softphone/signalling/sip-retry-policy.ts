import { InjectionToken } from '@angular/core';
import { randomDelay, steadyDelay } from 'mediatel-lib/protocol';

/** When the SIP socket and the registration are tried again. All times in milliseconds. */
export interface SipRetryPolicy {
  /**
   * Time to the next WebSocket, after `failures` tries in a row that came to nothing (0: the socket was just lost). Counted from the
   * beginning of the try that failed.
   */
  socketDelay(failures: number): number;
  /** Time to the next REGISTER after one that failed over a working socket. */
  registerDelay(): number;
  /** Time to the next try where the server refused this browser, or does not know the extension: it may be reloading. */
  refusedDelay(): number;
  /** How long the question may take whether the SIP endpoint refuses this browser. */
  readonly probeTimeout: number;
  /** How long a WebSocket may take to open. */
  readonly openTimeout: number;
  /** How long a REGISTER, its challenge included, may stay unanswered; JsSIP's own limit is 32 s. */
  readonly registerTimeout: number;
  /** The same, where the browser has just said that the network is back: the socket may belong to one that is no more. */
  readonly onlineTimeout: number;
}

/**
 * The policy used unless another is provided.
 *
 * JsSIP brings every client of a lost server back after exactly 2 s, and never repeats a failed REGISTER. Here the first tries
 * are spread over 4.15 s (`steadyDelay`); an extension is registered again within 5 s of the link's return.
 */
export const sipRetryPolicy: SipRetryPolicy = {
  socketDelay: steadyDelay([100, 4250], [4100, 4200]),
  registerDelay: () => randomDelay([1000, 6000]),
  refusedDelay: () => randomDelay([30_000, 60_000]),
  probeTimeout: 2000,
  // After sixteen failures within minutes Chrome holds each WebSocket of a page back by 1 to 5 s, which must not pass for silence.
  openTimeout: 6000,
  registerTimeout: 5000,
  onlineTimeout: 2500,
};

export const MEDIATEL_SIP_RETRY_POLICY = new InjectionToken<SipRetryPolicy>('MEDIATEL_SIP_RETRY_POLICY', {
  providedIn: 'root',
  factory: () => sipRetryPolicy,
});
