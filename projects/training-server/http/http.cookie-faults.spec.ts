import { connect } from 'node:net';
import { SignJWT, UnsecuredJWT } from 'jose';
import { ServerUnderTest } from '../server.fixture';

const secret = 'a secret both sides agreed on';
const key = new TextEncoder().encode(secret);
// A supervisor may see everything, so a 403 can only come from the cookie.
const claims = { username: 'supervisor1', userID: 401 };
const jwt = (body: object = claims) => new SignJWT({ ...body }).setProtectedHeader({ alg: 'HS256' });
/** With a signature this cookie is valid. */
const lasting = (body: object = claims) => jwt(body).setExpirationTime('1h');
const nowSeconds = Math.floor(Date.now() / 1000);
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const guarded = [
  '/mediatel/socket.io/?EIO=4&transport=probe',
  '/ws',
  '/records/mediatel-record?calltraceID=1',
  '/api/calls',
];

let server: ServerUnderTest;
let good: string;

beforeAll(async () => {
  server = await new ServerUnderTest().start({ MEDIATEL_SECRET: secret });
  good = await lasting().sign(key);
});
afterAll(() => server.close());

const statuses = (cookie: string | undefined): Promise<number[]> =>
  Promise.all(guarded.map(async (path) => (await server.fetch(path, { cookie })).status));

/** The status line for raw header lines. `fetch` joins and checks headers; an attacker does not. */
function raw(headers: readonly string[]): Promise<string> {
  const { hostname, port, host } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(['GET /ws HTTP/1.1', `Host: ${host}`, ...headers, '', ''].join('\r\n')),
    );
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n', 1)[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

it('a good cookie passes everywhere', async () => {
  expect(await statuses(`VouchCookie=${good}`)).not.toContain(403);
});

it.each<[string, () => Promise<string> | string]>([
  ['none', () => ''],
  ['empty', () => 'VouchCookie='],
  ['under another name', () => `vouchcookie=${good}; XVouchCookie=${good}`],
  [
    'expired a second ago',
    async () =>
      `VouchCookie=${await jwt()
        .setExpirationTime(nowSeconds - 1)
        .sign(key)}`,
  ],
  ['without an end', async () => `VouchCookie=${await jwt().sign(key)}`],
  [
    'without an end, made 12 hours ago',
    async () =>
      `VouchCookie=${await jwt()
        .setIssuedAt(nowSeconds - 12 * 60 * 60)
        .sign(key)}`,
  ],
  [
    'without an end, made in the far future',
    async () =>
      `VouchCookie=${await jwt()
        .setIssuedAt(nowSeconds + 1e9)
        .sign(key)}`,
  ],
  [
    'not valid yet',
    async () =>
      `VouchCookie=${await lasting()
        .setNotBefore(nowSeconds + 600)
        .sign(key)}`,
  ],
  [
    'of another secret',
    async () => `VouchCookie=${await lasting().sign(new TextEncoder().encode('not the agreed secret'))}`,
  ],
  ['of an empty secret', () => `VouchCookie=${good.split('.').slice(0, 2).join('.')}.`],
  ['alg none', () => `VouchCookie=${new UnsecuredJWT(claims).setExpirationTime('1h').encode()}`],
  [
    'alg None, with the good signature',
    () => `VouchCookie=${encoded({ alg: 'None' })}.${good.split('.').slice(1).join('.')}`,
  ],
  ['alg of a key pair', () => `VouchCookie=${encoded({ alg: 'RS256' })}.${good.split('.').slice(1).join('.')}`],
  [
    'a key of its own in the header',
    () => `VouchCookie=${encoded({ alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } })}.${encoded(claims)}.AA`,
  ],
  [
    'other claims under the good signature',
    () => {
      const [header, , signature] = good.split('.');
      return `VouchCookie=${header}.${encoded({ username: 'agent1', userID: 301 })}.${signature}`;
    },
  ],
  ['claims of other types', async () => `VouchCookie=${await lasting({ username: ['agent1'], userID: {} }).sign(key)}`],
  ['split in two', () => `VouchCookie=${good.slice(0, 60)}; VouchCookie.1=${good.slice(60)}`],
  ['split in two numbered parts', () => `VouchCookie_1of2=${good.slice(0, 60)}; VouchCookie_2of2=${good.slice(60)}`],
  ['two, the first forged', () => `VouchCookie=x.y.z; VouchCookie=${good}`],
  ['percent signs that encode nothing', () => 'VouchCookie=%E0%A4%A'],
  ['prototype names', () => `__proto__=${good}; constructor=${good}`],
  ['12 kB of it', () => `VouchCookie=${good}${'A'.repeat(12_000)}`],
])('403 for a cookie: %s', async (_case, cookie) => {
  expect(await statuses((await cookie()) || undefined)).toEqual(guarded.map(() => 403));
});

it('a cookie with only an iat passes for 12 hours', async () => {
  const made = await jwt()
    .setIssuedAt(nowSeconds - 11 * 60 * 60)
    .sign(key);
  expect(await statuses(`VouchCookie=${made}`)).not.toContain(403);
});

it('of two cookies the first counts, which is the one of the narrower path', async () => {
  expect(await statuses(`VouchCookie=${good}; VouchCookie=x.y.z`)).not.toContain(403);
});

it('two Cookie header lines are one header', async () => {
  expect(await raw(['Cookie: a=b', `Cookie: VouchCookie=${good}`])).toBe('HTTP/1.1 426 Upgrade Required');
});

it.each([
  ['a cookie of 64 kB', [`Cookie: VouchCookie=${'A'.repeat(65_536)}`]],
  ['thousands of headers', Array.from({ length: 4000 }, (_, i) => `X-${i}: 1`)],
  ['a NUL in the cookie', ['Cookie: VouchCookie=a\0b']],
])('%s costs the connection only', async (_case, headers) => {
  expect(await raw(headers)).toMatch(/^HTTP\/1.1 (400|431) /);
  expect((await server.fetch('/healthz')).status).toBe(200);
});

describe('a page of another origin, with the operator’s good cookie', () => {
  const origins = [
    'https://evil.example',
    'null',
    'http://127.0.0.1.evil.example',
    'http://localhost',
    'file://',
    'not an origin',
  ];

  it.each(origins)('%s changes nothing and opens nothing', async (origin) => {
    const cookie = `VouchCookie=${good}`;
    const headers = { origin, 'content-type': 'application/json' };
    for (const [method, path, body] of [
      ['POST', '/api/session', { login: 'agent1', password: 'training' }],
      ['DELETE', '/api/session', undefined],
      ['POST', '/api/calls', { agent: 'agent1', ani: '0501112233' }],
      ['POST', '/api/scenario', { agent: 'agent1', overrides: {} }],
    ] as const) {
      const response = await server.fetch(path, {
        method,
        headers: body ? headers : { origin },
        cookie,
        body: body && JSON.stringify(body),
      });
      expect([path, response.status, response.headers.get('set-cookie')]).toEqual([path, 403, null]);
    }
    for (const path of guarded) expect((await server.fetch(path, { headers: { origin }, cookie })).status).toBe(403);
    const upgrade = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Protocol: sip',
    ];
    expect(await raw([...upgrade, `Origin: ${origin}`, `Cookie: ${cookie}`])).toBe('HTTP/1.1 403 Forbidden');
  });

  it('can send no form and no plain text either', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const body = JSON.stringify({ agent: 'agent1', ani: '0501112233' });
      const response = await server.fetch('/api/calls', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
        cookie: `VouchCookie=${good}`,
      });
      expect(response.status).toBe(type === 'text/plain' ? 400 : 415);
    }
  });

  it('is answered nothing that would let it read', async () => {
    const response = await server.fetch('/api/session', {
      headers: { origin: 'https://evil.example' },
      cookie: `VouchCookie=${good}`,
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});
