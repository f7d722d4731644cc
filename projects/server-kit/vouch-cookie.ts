import { parseCookie } from 'cookie';
import { SignJWT, jwtVerify, type JWTPayload } from 'jose';
import type { Identity } from './identity';

/** The cookie that authorises a browser; the name is documented. */
export const cookieName = 'VouchCookie';

/** How long a cookie is valid: longer than a shift. Seconds. */
export const cookieSeconds = 12 * 60 * 60;

/** Makes and reads the cookie's value: a JWT, HS256, with the documented claims `username` and `userID`. */
export class VouchCookie {
  readonly #key: Uint8Array;

  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
  }

  sign({ username, userId, sessionId }: Identity): Promise<string> {
    return new SignJWT({ username, userID: userId, sid: sessionId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime(`${cookieSeconds}s`)
      .sign(this.#key);
  }

  /**
   * Returns the identity in the request's cookie. Returns `null` unless the cookie is signed with the secret, by us or
   * by another service, and its validity ends.
   */
  async read(cookieHeader: string | undefined): Promise<Identity | null> {
    const token = parseCookie(cookieHeader ?? '')[cookieName];
    if (!token) return null;
    try {
      const { payload } = await jwtVerify(token, this.#key, { algorithms: ['HS256'] });
      if (!isCurrent(payload)) return null;
      const { username, userID, sid } = payload;
      if (typeof username !== 'string' || (typeof userID !== 'string' && typeof userID !== 'number')) return null;
      return { username, userId: String(userID), sessionId: typeof sid === 'string' ? sid : '' };
    } catch {
      // Forged, expired or unreadable: for the caller these are the same, there is no authorised user.
      return null;
    }
  }
}

/** How far ahead the clock of the service that makes the cookie may be. Seconds. */
const clockSkew = 60;

/** A cookie of another service may have no `exp`. Then its age limits it; without an `iat` it is invalid. */
function isCurrent({ exp, iat }: JWTPayload): boolean {
  // `jwtVerify` has already refused an `exp` that has passed.
  if (exp !== undefined) return true;
  if (iat === undefined) return false;
  const age = Date.now() / 1000 - iat;
  return age > -clockSkew && age < cookieSeconds;
}
