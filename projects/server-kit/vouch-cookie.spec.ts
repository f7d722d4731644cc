import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import type { Identity } from './identity';
import { VouchCookie, cookieName } from './vouch-cookie';

const secret = 'a secret both sides agreed on';
const key = new TextEncoder().encode(secret);
const cookie = new VouchCookie(secret);
const agent: Identity = { username: 'agent1', userId: '301', sessionId: 's1' };
const now = Math.floor(Date.now() / 1000);
const hour = 60 * 60;

/** The identity that is read from a token with these claims. */
async function readBack(claims: Record<string, unknown>): Promise<Identity | null> {
  const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key);
  return cookie.read(`${cookieName}=${token}`);
}

describe('the cookie', () => {
  it('has the documented name', () => expect(cookieName).toBe('VouchCookie'));

  it('holds the documented claims, for twelve hours', async () => {
    const token = await cookie.sign(agent);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const { iat = 0, exp = 0, ...claims } = decodeJwt(token);
    expect(claims).toEqual({ username: 'agent1', userID: '301', sid: 's1' });
    expect(exp - iat).toBe(12 * hour);
  });

  it('reads the identity from the cookie, among other cookies', async () => {
    expect(await cookie.read(`a=b; ${cookieName}=${await cookie.sign(agent)}; c=d`)).toEqual(agent);
  });

  it('reads no identity if there is no cookie', async () => {
    expect(await cookie.read(undefined)).toBeNull();
    expect(await cookie.read('a=b')).toBeNull();
    expect(await cookie.read(`${cookieName}=`)).toBeNull();
  });

  it.each<[string, Record<string, unknown>, Identity | null]>([
    ['a number as the user’s id', { username: 'a', userID: 7 }, { username: 'a', userId: '7', sessionId: '' }],
    ['a text as the user’s id', { username: 'a', userID: '7' }, { username: 'a', userId: '7', sessionId: '' }],
    ['another kind of session', { username: 'a', userID: 7, sid: 8 }, { username: 'a', userId: '7', sessionId: '' }],
    ['no user’s id', { username: 'a' }, null],
    ['another kind of user’s id', { username: 'a', userID: {} }, null],
    ['no name', { userID: 7 }, null],
    ['another kind of name', { username: ['a'], userID: 7 }, null],
  ])('with %s', async (_what, claims, expected) => {
    expect(await readBack({ ...claims, exp: now + hour })).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['an end to come', { exp: now + hour }, true],
    ['an end that has passed', { exp: now - 1 }, false],
    ['an end, though made long ago', { iat: now - 100 * hour, exp: now + hour }, true],
    ['no time at all', {}, false],
    ['no end, made just now', { iat: now }, true],
    ['no end, made less than twelve hours ago', { iat: now - 12 * hour + 30 }, true],
    ['no end, made more than twelve hours ago', { iat: now - 12 * hour - 1 }, false],
    ['no end, made by a clock that is half a minute ahead', { iat: now + 30 }, true],
    ['no end, made by a clock that is two minutes ahead', { iat: now + 120 }, false],
  ])('with %s', async (_what, times, passes) => {
    expect((await readBack({ username: 'a', userID: 7, ...times })) !== null).toBe(passes);
  });

  it('reads no identity from a cookie that is signed in another way', async () => {
    const strong = new TextEncoder().encode(secret.repeat(3));
    const token = await new SignJWT({ username: 'a', userID: 7 })
      .setProtectedHeader({ alg: 'HS512' })
      .setExpirationTime('1h')
      .sign(strong);
    expect(await new VouchCookie(secret.repeat(3)).read(`${cookieName}=${token}`)).toBeNull();
  });
});
