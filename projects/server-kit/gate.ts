import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Identity } from './identity';
import type { VouchCookie } from './vouch-cookie';

/** Whether the request may pass, and whose it is. `identity` is `null` only if the server needs no cookie. */
export type Passage =
  | { readonly pass: true; readonly identity: Identity | null }
  | { readonly pass: false; readonly reason: 'foreign-origin' | 'no-cookie' };

/**
 * Checks the cookie and the Origin of requests that must not be open to everyone: both sockets, recordings, calls.
 *
 * Browsers send the cookie from any page and let any page open a WebSocket. So the page's Origin is checked too, even
 * if no cookie is needed. Clients that send no Origin are not browsers.
 */
export class Gate {
  readonly #cookie: Pick<VouchCookie, 'read'>;
  readonly #auth: 'cookie' | 'none';
  readonly #allowedOrigins: readonly string[];
  /** Whether a proxy does the TLS: browsers reach the server by TLS, but the server itself does not use it. */
  readonly #behindTls: boolean;

  constructor(
    cookie: Pick<VouchCookie, 'read'>,
    auth: 'cookie' | 'none',
    allowedOrigins: readonly string[],
    behindTls = false,
  ) {
    this.#cookie = cookie;
    this.#auth = auth;
    this.#allowedOrigins = allowedOrigins;
    this.#behindTls = behindTls;
  }

  async check(request: IncomingMessage): Promise<Passage> {
    if (!this.isOwnOrigin(request)) return { pass: false, reason: 'foreign-origin' };
    const identity = await this.#cookie.read(request.headers.cookie);
    return identity || this.#auth === 'none' ? { pass: true, identity } : { pass: false, reason: 'no-cookie' };
  }

  isOwnOrigin({ headers: { origin, host }, socket }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    if (this.#allowedOrigins.includes(origin)) return true;
    if (!URL.canParse(origin)) return false;
    const { protocol, host: from } = new URL(origin);
    if (from !== host) return false;
    // An attacker on the network can change a page without TLS. A page with TLS is ours, even if a proxy ends the TLS.
    if (protocol === 'https:') return true;
    return protocol === 'http:' && !this.#behindTls && !(socket instanceof TLSSocket);
  }
}
