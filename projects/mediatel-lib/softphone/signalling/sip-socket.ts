import type { Socket } from 'jssip';
import { Retries, minRetryDelay } from 'mediatel-lib/ports';
import type { JsSip } from './jssip-module';
import { answer491Once } from './glare';
import type { HandshakeFault } from './sip-authorisation';
import type { SipRetryPolicy } from './sip-retry-policy';
import type { After } from './worker-timers';

/** What the socket tells beside what it tells JsSIP. */
export interface SipSocketListener {
  /** Waits before the next try, `delay` milliseconds from now; `fault`: why the last one failed. */
  waiting(delay: number, detail: string, fault: HandshakeFault): void;
  opening(): void;
  /** A message JsSIP sends. */
  sent(message: string): void;
  /** A message JsSIP is about to read. */
  received(message: string): void;
  /** A message on which JsSIP threw; it has been dropped. */
  unreadable(message: string, error: unknown): void;
}

/**
 * JsSIP's WebSocket with a jittered wait before each new try, a limit to how long opening may take, and a guard around
 * JsSIP's parser, which throws on some malformed requests (`INVITE sip:agent@?bx.invalid`).
 *
 * JsSIP's transport calls `connect()` whenever it wants a connection; the wait is in here.
 */
export class SipSocket implements Socket {
  readonly sip_uri: string;
  readonly url: string;
  via_transport: string;

  private readonly inner: Socket;
  private callOff: (() => void) | null = null;
  /** What `callOff` calls off is a wait, which `connectNow()` ends; else it guards an opening socket. */
  private waiting = false;
  private readonly retries: Retries;
  /** When the socket was lost or its opening failed; a first connection waits for nothing. */
  private planned: { readonly delay: number; readonly detail: string; readonly fault: HandshakeFault } | null = null;
  /** When the wait began. */
  private waitsSince = 0;
  /** Ends the question why the last try failed. */
  private asking: AbortController | null = null;

  constructor(
    jssip: JsSip,
    url: string,
    private readonly policy: SipRetryPolicy,
    private readonly after: After,
    /** Milliseconds of a clock that is never set. */
    private readonly now: () => number,
    private readonly listener: SipSocketListener,
    private readonly faultOf: (url: string, signal: AbortSignal) => Promise<HandshakeFault>,
  ) {
    this.retries = new Retries((failures) => policy.socketDelay(failures), now);
    this.inner = new jssip.WebSocketInterface(url);
    this.sip_uri = this.inner.sip_uri;
    this.url = this.inner.url;
    this.via_transport = this.inner.via_transport;
    this.inner.onconnect = () => {
      this.stopTimer();
      this.retries.forget();
      this.planned = null;
      this.onconnect();
    };
    this.inner.ondisconnect = (error, code, reason) => this.lost(error, code, reason);
    this.inner.ondata = (data: unknown) => this.received(data);
  }

  // Replaced by JsSIP's transport.
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
    if (this.waiting || this.isConnected() || this.isConnecting()) return;
    if (this.planned === null) return this.open();
    this.wait(this.planned);
  }

  /** Ends the wait, if there is one. */
  connectNow(): void {
    if (this.waiting) this.open();
  }

  /** Gives up a socket that may be dead without having been closed; JsSIP asks for another. */
  drop(detail: string): void {
    if (!this.isConnected() && !this.isConnecting()) return;
    this.inner.disconnect();
    this.lost(true, undefined, detail);
  }

  /** Drops a connected socket, and the next one follows at once. */
  replace(detail: string): void {
    if (!this.isConnected()) return;
    this.inner.disconnect();
    this.planned = { delay: minRetryDelay, detail, fault: null };
    this.ondisconnect(true, undefined, detail);
  }

  disconnect(): void {
    this.stopTimer();
    this.asking?.abort();
    this.inner.disconnect();
  }

  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    if (typeof message === 'string') this.listener.sent(message);
    return this.inner.send(message);
  }

  isConnected(): boolean {
    return Boolean(this.inner.isConnected());
  }

  isConnecting(): boolean {
    return Boolean(this.inner.isConnecting());
  }

  private wait({ delay, detail, fault }: NonNullable<SipSocket['planned']>): void {
    this.stopTimer();
    this.waiting = true;
    this.waitsSince = this.now();
    this.callOff = this.after(delay, () => this.open());
    this.listener.waiting(delay, detail, fault);
  }

  /** The handshake failed, and the browser does not say why. */
  private async askWhy(): Promise<void> {
    this.asking?.abort();
    const { signal } = (this.asking = new AbortController());
    const limit = AbortSignal.timeout(this.policy.probeTimeout);
    const fault = await this.faultOf(this.url, AbortSignal.any([signal, limit]));
    if (fault === null || this.planned === null || signal.aborted) return;
    if (fault === 'unauthorised') {
      this.planned = { delay: this.policy.refusedDelay(), detail: 'not authorised', fault };
      if (this.waiting) this.wait(this.planned);
      return;
    }
    const { delay, detail } = (this.planned = { ...this.planned, fault });
    if (this.waiting) this.listener.waiting(this.waitsSince + delay - this.now(), detail, fault);
  }

  private open(): void {
    this.stopTimer();
    this.asking?.abort();
    this.retries.begin();
    this.callOff = this.after(this.policy.openTimeout, () => this.drop('the SIP server does not answer'));
    this.listener.opening();
    this.inner.connect();
    // A refused address (`ws:` from an `https:` page) leaves no socket and no event behind.
    if (!this.isConnecting()) this.lost(true, undefined, 'the browser refuses the address');
  }

  private lost(error: boolean, code?: number, reason?: string): void {
    this.stopTimer();
    const detail = reason || (code === undefined ? 'connection lost' : `connection lost (${code})`);
    const wasTrying = this.retries.isTrying;
    this.planned = { delay: this.retries.wait(), detail, fault: null };
    this.ondisconnect(error, code, reason);
    // One that stood is lost for other reasons.
    if (wasTrying) void this.askWhy();
  }

  private received(data: unknown): void {
    const message = typeof data === 'string' ? data : data instanceof ArrayBuffer ? new TextDecoder().decode(data) : '';
    this.listener.received(message);
    // JsSIP's parser throws on what it can't read, and the next message must still be read.
    try {
      this.ondata(answer491Once(message) === message ? data : answer491Once(message));
    } catch (error) {
      this.listener.unreadable(message, error);
    }
  }

  private stopTimer(): void {
    this.callOff?.();
    this.callOff = null;
    this.waiting = false;
  }
}
