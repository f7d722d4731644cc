import { InjectionToken } from '@angular/core';

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

/** What a host sets of the SIP retry policy; the rest keeps its default. */
export const MEDIATEL_SIP_RETRY_POLICY = new InjectionToken<Partial<SipRetryPolicy>>('MEDIATEL_SIP_RETRY_POLICY');
