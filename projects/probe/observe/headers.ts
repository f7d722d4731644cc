import type { ProbeOptions } from '../probe-options';
import type { Passport } from './knock';

/** The documented name of the cookie. */
const cookieName = 'VouchCookie';

/** A JWT of the documented form, signed with another secret. */
const forgedCookie = [
  { alg: 'HS256', typ: 'JWT' },
  { username: 'probe', userID: 0, exp: 4_102_444_800 },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat(Buffer.alloc(32, 7).toString('base64url'))
  .join('.');

/** An Origin that no installation allows. */
const foreignOrigin = 'https://foreign.invalid';

/** The headers that a browser would send from a page, with its cookie or another. */
export function headersOf(
  { cookie, origin }: Pick<ProbeOptions, 'cookie' | 'origin'>,
  passport: Passport = { cookie: 'own', origin: 'own' },
): Record<string, string> {
  const value = { own: cookie, forged: forgedCookie, none: null }[passport.cookie];
  return {
    origin: passport.origin === 'own' ? origin : foreignOrigin,
    ...(value === null ? {} : { cookie: `${cookieName}=${value}` }),
  };
}
