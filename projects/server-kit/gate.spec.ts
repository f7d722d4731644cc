import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Gate } from './gate';
import type { Identity } from './identity';
import { VouchCookie, cookieName } from './vouch-cookie';

const cookie = new VouchCookie('a secret both sides agreed on');
const agent: Identity = { username: 'agent1', userId: '301', sessionId: 's1' };

const requestOf = (headers: IncomingMessage['headers'], socket = new Socket()) =>
  ({ headers: { host: 'crm.example', ...headers }, socket }) as IncomingMessage;

const gateOf = (auth: 'cookie' | 'none' = 'cookie', behindTls?: boolean) =>
  new Gate(cookie, auth, ['https://other.example'], behindTls);

describe('a gate', () => {
  it('lets a cookie pass, and returns its identity', async () => {
    const header = `${cookieName}=${await cookie.sign(agent)}`;
    expect(await gateOf().check(requestOf({ cookie: header }))).toEqual({ pass: true, identity: agent });
    expect(await gateOf('none').check(requestOf({ cookie: header }))).toEqual({ pass: true, identity: agent });
  });

  it('lets nobody pass without a cookie, unless none is needed', async () => {
    expect(await gateOf().check(requestOf({}))).toEqual({ pass: false, reason: 'no-cookie' });
    expect(await gateOf('none').check(requestOf({}))).toEqual({ pass: true, identity: null });
  });

  it('checks the origin before the cookie', async () => {
    const headers = { origin: 'https://evil.example', cookie: `${cookieName}=${await cookie.sign(agent)}` };
    for (const auth of ['cookie', 'none'] as const) {
      expect(await gateOf(auth).check(requestOf(headers))).toEqual({ pass: false, reason: 'foreign-origin' });
    }
  });

  it.each<[string, string | undefined, boolean]>([
    ['no browser', undefined, true],
    ['its own page', 'http://crm.example', true],
    ['its own page behind a proxy with TLS', 'https://crm.example', true],
    ['a page that is allowed', 'https://other.example', true],
    ['another page', 'https://evil.example', false],
    ['a page of another port', 'http://crm.example:8080', false],
    ['its own name by another protocol', 'ftp://crm.example', false],
    ['a page of nowhere', 'null', false],
    ['an empty origin', '', false],
  ])('recognises %s', (_whose, origin, isOwn) => {
    expect(gateOf().isOwnOrigin(requestOf({ origin }))).toBe(isOwn);
  });

  it.each<[string, Gate, Socket]>([
    ['its proxy does the TLS', gateOf('cookie', true), new Socket()],
    ['it uses TLS itself', gateOf(), new TLSSocket(new Socket())],
  ])('treats a page without TLS as foreign if %s', (_where, gate, socket) => {
    expect(gate.isOwnOrigin(requestOf({ origin: 'http://crm.example' }, socket))).toBe(false);
    expect(gate.isOwnOrigin(requestOf({ origin: 'https://crm.example' }, socket))).toBe(true);
  });
});
