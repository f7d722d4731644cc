import { parseCookie } from 'cookie';
import { SignJWT, jwtVerify, type JWTPayload } from 'jose';
import type { Identity } from './identity';

/** Documented: the name of the cookie that lets a browser pass. */
export const cookieName = 'VouchCookie';

/** A shift and some. */
export const cookieSeconds = 12 * 60 * 60;

/** Makes and reads the cookie's value: a JWT, HS256, with the documented claims `username` and `userID`. */
export class VouchCookie {
  private readonly key: Uint8Array;

  constructor(secret: string) {
    this.key = new TextEncoder().encode(secret);
  }

  sign({ username, userId, sessionId }: Identity): Promise<string> {
    return new SignJWT({ username, userID: userId, sid: sessionId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuedAt()
      .setExpirationTime(`${cookieSeconds}s`)
      .sign(this.key);
  }

  /** Who the request's cookie says it is; `null` without a cookie that we, or a holder of the secret, signed and that ends. */
  async read(cookieHeader: string | undefined): Promise<Identity | null> {
    const token = parseCookie(cookieHeader ?? '')[cookieName];
    if (!token) return null;
    try {
      const { payload } = await jwtVerify(token, this.key, { algorithms: ['HS256'] });
      if (!isCurrent(payload)) return null;
      const { username, userID, sid } = payload;
      if (typeof username !== 'string' || (typeof userID !== 'string' && typeof userID !== 'number')) return null;
      return { username, userId: String(userID), sessionId: typeof sid === 'string' ? sid : '' };
    } catch {
      // Forged, expired or garbled: to the caller all the same, there is no authorised user.
      return null;
    }
  }
}

/** What the clock of the service that makes the cookie may be ahead. Seconds. */
const clockSkew = 60;

/** A cookie of another maker may name no end; it then ends by its age, and without an age it is none. */
function isCurrent({ exp, iat }: JWTPayload): boolean {
  // An end that has passed is refused by `jwtVerify`.
  if (exp !== undefined) return true;
  if (iat === undefined) return false;
  const age = Date.now() / 1000 - iat;
  return age > -clockSkew && age < cookieSeconds;
}
