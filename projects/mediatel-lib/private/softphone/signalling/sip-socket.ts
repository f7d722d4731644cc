import type { Socket } from 'jssip';
import { Retries, minRetryDelay, type SipRetryPolicy } from 'mediatel-lib/ports';
import type { JsSip } from '../jssip/jssip-module';
import { answer491Once } from './glare';
import type { HandshakeFault } from './sip-authorisation';
import type { After } from './worker-timers';

/** Receives the socket's events, besides JsSIP. */
export interface SipSocketListener {
  /** The socket waits `delay` ms before the next try. `fault`: why the last one failed. */
  waiting(delay: number, detail: string, fault: HandshakeFault): void;
  opening(): void;
  /** A message JsSIP sends. */
  sent(message: string): void;
  /** A message JsSIP is about to read. */
  received(message: string): void;
  /** JsSIP threw on a message, which has been dropped. */
  unreadable(message: string, error: unknown): void;
}

/**
 * JsSIP's WebSocket with three additions: a wait with jitter before each new try, a limit for opening, and a guard
 * around JsSIP's parser, which throws on some malformed requests (`INVITE sip:agent@?bx.invalid`).
 *
 * JsSIP's transport calls `connect()` whenever it wants a connection. The wait is inside this class.
 */
export class SipSocket implements Socket {
  readonly sip_uri: string;
  readonly url: string;
  via_transport: string;

  readonly #inner: Socket;
  #callOff: (() => void) | null = null;
  /** Whether `callOff` cancels a wait, which `connectNow()` ends. Else it cancels the limit for opening. */
  #waiting = false;
  readonly #retries: Retries;
  /** The next wait, after a loss or a failed try. The first connection does not wait. */
  #planned: { readonly delay: number; readonly detail: string; readonly fault: HandshakeFault } | null = null;
  /** When the wait began. */
  #waitsSince = 0;
  /** Aborts the probe for why the last try failed. */
  #asking: AbortController | null = null;
  readonly #policy: SipRetryPolicy;
  readonly #after: After;
  /** The monotonic clock (ms). */
  readonly #now: () => number;
  readonly #listener: SipSocketListener;
  readonly #faultOf: (url: string, signal: AbortSignal) => Promise<HandshakeFault>;

  constructor(
    jssip: JsSip,
    url: string,
    policy: SipRetryPolicy,
    after: After,
    now: () => number,
    listener: SipSocketListener,
    faultOf: (url: string, signal: AbortSignal) => Promise<HandshakeFault>,
  ) {
    this.#policy = policy;
    this.#after = after;
    this.#now = now;
    this.#listener = listener;
    this.#faultOf = faultOf;
    this.#retries = new Retries((failures) => policy.socketDelay(failures), now);
    this.#inner = new jssip.WebSocketInterface(url);
    this.sip_uri = this.#inner.sip_uri;
    this.url = this.#inner.url;
    this.via_transport = this.#inner.via_transport;
    this.#inner.onconnect = () => {
      this.#stopTimer();
      this.#retries.forget();
      this.#planned = null;
      this.onconnect();
    };
    this.#inner.ondisconnect = (error, code, reason) => this.#lost(error, code, reason);
    this.#inner.ondata = (data: unknown) => this.#received(data);
  }

  // JsSIP's transport replaces these.
  onconnect(): void {
    return;
  }
  ondisconnect(_error: boolean, _code?: number, _reason?: string): void {
    return;
  }
  ondata<T>(_event: T): void {
    return;
  }

  connect(): void {
    if (this.#waiting || this.isConnected() || this.isConnecting()) return;
    if (this.#planned === null) return this.#open();
    this.#wait(this.#planned);
  }

  /** Gives JsSIP a message that came over an earlier socket. */
  replay(message: string): void {
    this.#received(message);
  }

  /** Ends the wait, if there is one. */
  connectNow(): void {
    if (this.#waiting) this.#open();
  }

  /** Closes a socket that may be dead although it looks open. JsSIP then wants another. */
  drop(detail: string): void {
    if (!this.isConnected() && !this.isConnecting()) return;
    this.#inner.disconnect();
    this.#lost(true, undefined, detail);
  }

  /** Closes a connected socket and opens the next one at once. */
  replace(detail: string): void {
    if (!this.isConnected()) return;
    this.#inner.disconnect();
    this.#planned = { delay: minRetryDelay, detail, fault: null };
    this.ondisconnect(true, undefined, detail);
  }

  disconnect(): void {
    this.#stopTimer();
    this.#asking?.abort();
    this.#inner.disconnect();
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    if (typeof message === 'string') this.#listener.sent(message);
    return this.#inner.send(message);
  }

  isConnected(): boolean {
    return Boolean(this.#inner.isConnected());
  }

  isConnecting(): boolean {
    return Boolean(this.#inner.isConnecting());
  }

  #wait({
    delay,
    detail,
    fault,
  }: NonNullable<{ readonly delay: number; readonly detail: string; readonly fault: HandshakeFault } | null>): void {
    this.#stopTimer();
    this.#waiting = true;
    this.#waitsSince = this.#now();
    this.#callOff = this.#after(delay, () => this.#open());
    this.#listener.waiting(delay, detail, fault);
  }

  /** Probes why the handshake failed, since the browser does not say it. */
  async #askWhy(): Promise<void> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const limit = AbortSignal.timeout(this.#policy.probeTimeout);
    const fault = await this.#faultOf(this.url, AbortSignal.any([signal, limit]));
    if (fault === null || this.#planned === null || signal.aborted) return;
    if (fault === 'unauthorised') {
      this.#planned = { delay: this.#policy.refusedDelay(), detail: 'not authorised', fault };
      if (this.#waiting) this.#wait(this.#planned);
      return;
    }
    const { delay, detail } = (this.#planned = { ...this.#planned, fault });
    if (this.#waiting) this.#listener.waiting(this.#waitsSince + delay - this.#now(), detail, fault);
  }

  #open(): void {
    this.#stopTimer();
    this.#asking?.abort();
    this.#retries.begin();
    this.#callOff = this.#after(this.#policy.openTimeout, () => this.drop('the SIP server does not answer'));
    this.#listener.opening();
    this.#inner.connect();
    // A refused address (`ws:` from an `https:` page) leaves no socket and no event.
    if (!this.isConnecting()) this.#lost(true, undefined, 'the browser refuses the address');
  }

  #lost(error: boolean, code?: number, reason?: string): void {
    this.#stopTimer();
    const detail = reason || (code === undefined ? 'connection lost' : `connection lost (${code})`);
    const wasTrying = this.#retries.isTrying;
    this.#planned = { delay: this.#retries.wait(), detail, fault: null };
    this.ondisconnect(error, code, reason);
    // An open connection is lost for other reasons.
    if (wasTrying) void this.#askWhy();
  }

  #received(data: unknown): void {
    const message = typeof data === 'string' ? data : data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
    this.#listener.received(message);
    // JsSIP's parser throws on messages that it can't read. The next message must still be read.
    try {
      this.ondata(answer491Once(message) === message ? data : answer491Once(message));
    } catch (error) {
      this.#listener.unreadable(message, error);
    }
  }

  #stopTimer(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#waiting = false;
  }
}
