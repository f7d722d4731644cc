import { decodeJwt, decodeProtectedHeader } from 'jose';
import { ServerUnderTest } from '../server.fixture';

let server: ServerUnderTest;

beforeEach(() => (server = new ServerUnderTest()));
afterEach(() => server.close());

describe('signing in', () => {
  it('sets the documented cookie and returns the accounts', async () => {
    await server.start();
    const response = await server.post('/api/session', { login: 'agent12', password: 'training' });
    expect(response.status).toBe(200);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^VouchCookie=/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).not.toMatch(/Domain|Secure/);
    const token = cookie.slice('VouchCookie='.length).split(';', 1)[0] ?? '';
    expect(decodeProtectedHeader(token).alg).toBe('HS256');
    expect(decodeJwt(token)).toMatchObject({ username: 'agent12', userID: '312' });
    expect(await response.json()).toMatchObject({
      login: 'agent12',
      role: 'operator',
      extension: '1012',
      sipLogin: 'sip12',
      sipRealm: 'training.local',
      mediatel: { user: 'agent12', password: 'training', extension: '1012', path: '/mediatel/socket.io' },
      sip: { login: 'sip12', password: 'training', realm: 'training.local', path: '/ws' },
    });
  });

  it('is remembered until signing out', async () => {
    await server.start();
    expect((await server.fetch('/api/session')).status).toBe(401);
    const cookie = await server.signIn('agent1');
    expect(await (await server.fetch('/api/session', { cookie })).json()).toMatchObject({
      login: 'agent1',
      sipLogin: '1001',
    });
    const out = await server.fetch('/api/session', { method: 'DELETE', cookie });
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^VouchCookie=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
  });

  it.each([
    ['45', 45],
    ['0', null],
  ])('returns the limit of after-call work: %s', async (CLERICAL_SECONDS, limit) => {
    await server.start({ CLERICAL_SECONDS });
    const cookie = await server.signIn('agent1');
    const answer = await (await server.fetch('/api/session', { cookie })).json();
    expect(answer).toMatchObject({ clericalSeconds: limit });
  });

  it.each([
    ['supervisor1', 'supervisor'],
    ['trainer1', 'trainer'],
    ['trainer2', 'trainer'],
  ])('gives %s no phone', async (login, role) => {
    await server.start();
    const cookie = await server.signIn(login);
    expect(await (await server.fetch('/api/session', { cookie })).json()).toMatchObject({
      role,
      mediatel: null,
      sip: null,
    });
  });

  it('sets the configured domain', async () => {
    await server.start({ COOKIE_DOMAIN: 'crm.example' });
    const response = await server.post('/api/session', { login: 'agent1', password: 'training' });
    expect(response.headers.get('set-cookie')).toMatch(/; Domain=crm\.example/);
  });

  it.each([
    ['a wrong password', { login: 'agent1', password: 'x' }, 401],
    ['an unknown user', { login: 'nobody', password: 'training' }, 401],
    ['an inherited name', { login: '__proto__', password: 'training' }, 401],
    ['a missing password', { login: 'agent1' }, 400],
    ['a password that is no text', { login: 'agent1', password: ['training'] }, 400],
    ['a long login', { login: 'x'.repeat(1000), password: 'training' }, 400],
    ['a megabyte', { login: 'x'.repeat(1_000_000), password: '' }, 413],
  ])('refuses %s', async (_case, body, status) => {
    await server.start();
    const response = await server.post('/api/session', body);
    expect(response.status).toBe(status);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await response.json()).toMatchObject({ error: expect.any(String), message: expect.any(String) });
  });

  it('names a refused login in the log, and never a password', async () => {
    await server.start();
    await server.post('/api/session', { login: 'agent1', password: 'not-the-one' });
    const line = server.logged.find((entry) => entry.includes('sign-in refused'));
    expect(JSON.parse(line ?? '')).toMatchObject({ user: 'agent1' });
    expect(server.logged.join('')).not.toContain('not-the-one');
  });

  it('limits attempts: 429 with the time to wait, right password or not, until it has passed', async () => {
    await server.start();
    const attempt = (password: string) => server.post('/api/session', { login: 'agent1', password });
    for (let i = 0; i < 5; i++) expect((await attempt(`guess ${i}`)).status).toBe(401);
    const refused = await attempt('training');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('300');
    expect(await refused.json()).toMatchObject({ error: 'too-many-attempts', waitSeconds: 300 });
    expect(server.logged.some((line) => line.includes('sign-in refused: too many attempts'))).toBe(true);
    // Others at the same address are not locked out.
    expect((await server.post('/api/session', { login: 'agent2', password: 'training' })).status).toBe(200);
    server.clock.advance(300_000);
    expect((await attempt('training')).status).toBe(200);
  });

  it('is open to a known user of an address where a stranger is refused', async () => {
    await server.start();
    const attempt = (login: string, password: string, cookie?: string) =>
      server.post('/api/session', { login, password }, cookie);
    await server.signIn('agent1');
    const cookie = await server.signIn('agent2');
    for (let i = 0; i < 50; i++) expect((await attempt(`nobody${i}`, 'guess')).status).toBe(401);
    expect((await attempt('agent3', 'training')).status).toBe(429);
    expect((await attempt('agent1', 'training')).status).toBe(200);
    // The stranger has tried this account too. The open desk has the account's cookie.
    for (let i = 0; i < 5; i++) await attempt('agent2', 'guess');
    expect((await attempt('agent2', 'training')).status).toBe(429);
    expect((await attempt('agent2', 'training', cookie)).status).toBe(200);
  });

  it('refuses what is no JSON, and pages of another origin', async () => {
    await server.start();
    const headers = { 'content-type': 'application/json' };
    expect((await server.fetch('/api/session', { method: 'POST', headers, body: '{' })).status).toBe(400);
    const foreign = { ...headers, origin: 'http://evil.example' };
    const body = JSON.stringify({ login: 'agent1', password: 'training' });
    expect((await server.fetch('/api/session', { method: 'POST', headers: foreign, body })).status).toBe(403);
  });
});
