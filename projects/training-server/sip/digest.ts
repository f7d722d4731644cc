import { createHash } from 'node:crypto';
import { sameSecret } from '../same-secret';
import type { SipAccount, SipAccounts } from './account';
import type { Nonces } from './nonces';

/** Whether the digest is right, and whose it is. */
export type DigestVerdict =
  | { readonly type: 'authorised'; readonly account: SipAccount }
  | { readonly type: 'challenge'; readonly stale: boolean };

/** Digest authentication, MD5 with `qop=auth`, as every SIP client supports it (RFC 3261 §22, RFC 2617). */
export class Digest {
  readonly #accounts: SipAccounts;
  readonly #realm: string;
  readonly #nonces: Nonces;

  constructor(accounts: SipAccounts, realm: string, nonces: Nonces) {
    this.#accounts = accounts;
    this.#realm = realm;
    this.#nonces = nonces;
  }

  /** The header of a 401, or of a 407. */
  challenge(stale: boolean, header: 'WWW-Authenticate' | 'Proxy-Authenticate' = 'WWW-Authenticate'): string {
    const nonce = this.#nonces.issue();
    return `${header}: Digest realm="${this.#realm}", nonce="${nonce}", algorithm=MD5, qop="auth"${stale ? ', stale=true' : ''}`;
  }

  /** An unknown login and a wrong password give the same response. */
  verify(method: string, authorization: string | undefined): DigestVerdict {
    const refused: DigestVerdict = { type: 'challenge', stale: false };
    if (!authorization) return refused;
    const given = readCredentials(authorization);
    const { username, realm, nonce, uri, response, nc, cnonce, qop } = given;
    if (!username || !nonce || !uri || !response || realm !== this.#realm) return refused;
    if (!nc || !cnonce || qop !== 'auth') return refused;
    const account = this.#accounts.findBySipLogin(username);
    if (!account) return refused;
    const a1 = md5(`${username}:${realm}:${account.sipPassword}`);
    const a2 = md5(`${method}:${uri}`);
    if (!sameSecret(response.toLowerCase(), md5(`${a1}:${nonce}:${nc}:${cnonce}:${qop}:${a2}`))) return refused;
    const verdict = this.#nonces.use(nonce, parseInt(nc, 16));
    if (verdict !== 'good') return { type: 'challenge', stale: verdict === 'stale' };
    return { type: 'authorised', account };
  }
}

type Field = 'username' | 'realm' | 'nonce' | 'uri' | 'response' | 'nc' | 'cnonce' | 'qop';

function readCredentials(header: string): Partial<Record<Field, string>> {
  const fields: Partial<Record<string, string>> = {};
  if (!/^Digest\s/i.test(header)) return fields;
  for (const [, name, quoted, bare] of header.slice(7).matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi)) {
    fields[(name ?? '').toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare;
  }
  return fields;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
