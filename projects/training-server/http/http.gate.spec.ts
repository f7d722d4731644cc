import { connect } from 'node:net';
import { SignJWT, UnsecuredJWT } from 'jose';
import { ServerUnderTest } from '../server.fixture';

const secret = 'a secret both sides agreed on';
const key = new TextEncoder().encode(secret);
const claims = { username: 'agent1', userID: 301 };
const signed = (by = key, alg = 'HS256') =>
  new SignJWT(claims).setProtectedHeader({ alg }).setExpirationTime('1h').sign(by);
const agentProbe = '/mediatel/socket.io/?EIO=4&transport=probe';
const agentSocket = '/mediatel/socket.io/?EIO=4&transport=websocket';

let server: ServerUnderTest;

/** The status line of the response to a WebSocket handshake. */
function handshake(path: string, headers: Record<string, string> = {}): Promise<string> {
  const { hostname, port, host } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const upgrade = { Host: host, Connection: 'Upgrade', Upgrade: 'websocket', ...headers };
      const fixed = {
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Protocol': 'sip',
      };
      const lines = Object.entries({ ...upgrade, ...fixed }).map(([name, value]) => `${name}: ${value}`);
      socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    });
    socket.once('data', (data) => {
      resolve(data.toString().split('\r\n', 1)[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

beforeEach(() => (server = new ServerUnderTest()));
afterEach(() => server.close());

describe('both sockets', () => {
  it.each(['/ws', agentSocket])('%s answer 403 without cookie, and open with it', async (path) => {
    await server.start();
    expect(await handshake(path)).toBe('HTTP/1.1 403 Forbidden');
    expect(await handshake(path, { Cookie: 'VouchCookie=nonsense' })).toBe('HTTP/1.1 403 Forbidden');
    const cookie = await server.signIn('agent1');
    const opened = path === '/ws' ? 'HTTP/1.1 503 Service Unavailable' : 'HTTP/1.1 101 Switching Protocols';
    expect(await handshake(path, { Cookie: cookie })).toBe(opened);
    // The fake voice side answers 503. The test checks that it was reached, and by whom.
    expect(server.voice.upgrades).toEqual(path === '/ws' ? ['agent1'] : []);
  });

  it.each(['/ws', agentSocket])('%s refuse pages of another origin, cookie or not', async (path) => {
    await server.start({ MEDIATEL_AUTH: 'none', ALLOWED_ORIGINS: 'http://crm.example' });
    expect(await handshake(path, { Origin: 'http://evil.example' })).toBe('HTTP/1.1 403 Forbidden');
    expect(await handshake(path, { Origin: 'null' })).toBe('HTTP/1.1 403 Forbidden');
    expect(await handshake(path, { Origin: server.url })).not.toContain('403');
    expect(await handshake(path, { Origin: 'http://crm.example' })).not.toContain('403');
  });

  it.each(['/ws', agentSocket])('%s refuse pages without TLS of a server that is reached with it', async (path) => {
    await server.start({ MEDIATEL_AUTH: 'none', PUBLIC_URL: 'https://crm.example' });
    const host = 'crm.example';
    expect(await handshake(path, { Host: host, Origin: `http://${host}` })).toBe('HTTP/1.1 403 Forbidden');
    expect(await handshake(path, { Host: host, Origin: `https://${host}` })).not.toContain('403');
  });

  it.each(['/ws', agentSocket])('%s accept pages of a proxy that does the TLS', async (path) => {
    await server.start({ MEDIATEL_AUTH: 'none' });
    expect(await handshake(path, { Host: 'crm.example', Origin: 'https://crm.example' })).not.toContain('403');
    expect(await handshake(path, { Host: 'crm.example', Origin: 'ftp://crm.example' })).toBe('HTTP/1.1 403 Forbidden');
  });

  it.each(['/ws', agentSocket])('%s are open to all if no cookie is needed', async (path) => {
    await server.start({ MEDIATEL_AUTH: 'none' });
    expect(await handshake(path)).not.toContain('403');
  });

  it('tells a page that probes over HTTP whether it is authorised', async () => {
    await server.start();
    expect((await server.fetch(agentProbe)).status).toBe(403);
    const cookie = await server.signIn('agent1');
    expect((await server.fetch(agentProbe, { cookie })).status).toBe(400);
    expect((await server.fetch('/ws')).status).toBe(403);
    expect((await server.fetch('/ws', { cookie })).status).toBe(426);
  });

  it('are nowhere else', async () => {
    await server.start({ MEDIATEL_AUTH: 'none' });
    expect(await handshake('/other')).toBe('HTTP/1.1 404 Not Found');
    expect(await handshake('/wsx')).toBe('HTTP/1.1 404 Not Found');
  });
});

describe('the cookie', () => {
  it.each<[string, () => Promise<string> | string, number]>([
    ['made by a holder of the secret', () => signed(), 400],
    ['signed with another secret', () => signed(new TextEncoder().encode('another secret of some length')), 403],
    ['signed in another way', () => signed(new TextEncoder().encode(secret.repeat(3)), 'HS512'), 403],
    ['not signed at all', () => new UnsecuredJWT(claims).setExpirationTime('1h').encode(), 403],
    [
      'without claims',
      () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(key),
      403,
    ],
    ['expired', () => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(1).sign(key), 403],
  ])('%s gets its answer', async (_case, token, status) => {
    await server.start({ MEDIATEL_SECRET: secret });
    expect((await server.fetch(agentProbe, { cookie: `VouchCookie=${await token()}` })).status).toBe(status);
  });

  it('outlives a restart', async () => {
    await server.start();
    const cookie = await server.signIn('agent1');
    await server.stop();
    await server.start();
    expect((await server.fetch('/api/session', { cookie })).status).toBe(200);
  });
});

it('HTTP that cannot be read costs its connection only', async () => {
  await server.start();
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write('\x16\x03\x01 hello\r\n\r\n'));
    socket.once('data', (data) => resolve(data.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1.1 400/);
  expect((await server.fetch('/healthz')).status).toBe(200);
});
