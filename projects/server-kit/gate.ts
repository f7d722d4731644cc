import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Identity } from './identity';
import type { VouchCookie } from './vouch-cookie';

/** May the request pass, and whose is it? `identity` is `null` only where the server asks for none. */
export type Passage =
  | { readonly pass: true; readonly identity: Identity | null }
  | { readonly pass: false; readonly reason: 'foreign-origin' | 'no-cookie' };

/**
 * Checks the cookie and the Origin of what must not be open to everyone: both sockets, recordings, calls.
 *
 * Browsers send the cookie from any page and let any page open a WebSocket, so the page's Origin is checked too, even
 * where no cookie is asked for. Those who send none are not browsers.
 */
export class Gate {
  constructor(
    private readonly cookie: VouchCookie,
    private readonly auth: 'cookie' | 'none',
    private readonly allowedOrigins: readonly string[],
    /** Whether browsers reach the server by TLS though it speaks none itself: a proxy does. */
    private readonly behindTls = false,
  ) {}

  async check(request: IncomingMessage): Promise<Passage> {
    if (!this.isOwnOrigin(request)) return { pass: false, reason: 'foreign-origin' };
    const identity = await this.cookie.read(request.headers.cookie);
    return identity || this.auth === 'none' ? { pass: true, identity } : { pass: false, reason: 'no-cookie' };
  }

  isOwnOrigin({ headers: { origin, host }, socket }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    if (this.allowedOrigins.includes(origin)) return true;
    if (!URL.canParse(origin)) return false;
    const { protocol, host: from } = new URL(origin);
    if (from !== host) return false;
    // A page without TLS may be anybody's who is on the way. One with TLS is ours also where a proxy took the TLS off.
    if (protocol === 'https:') return true;
    return protocol === 'http:' && !this.behindTls && !(socket instanceof TLSSocket);
  }
}
