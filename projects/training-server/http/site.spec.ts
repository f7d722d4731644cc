import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerUnderTest } from '../server.fixture';
import { startTrainingServer } from '../server';
import { readConfig } from '../config';

let server: ServerUnderTest;

beforeEach(async () => {
  server = await new ServerUnderTest().start();
});
afterEach(() => server.close());

it('GET /healthz returns how many are served', async () => {
  expect(await (await server.fetch('/healthz')).json()).toEqual({ status: 'ok', operators: 0, calls: 0 });
  const browser = server.connect(await server.signIn('agent1'));
  await browser.state('STATE_LOGOUT');
  expect(await (await server.fetch('/healthz')).json()).toEqual({ status: 'ok', operators: 1, calls: 0 });
});

it('a port in use is reported', async () => {
  const config = readConfig({
    PORT: new URL(server.url).port,
    DATA_DIR: join(server.dataDir, 'second'),
    LOG_LEVEL: 'silent',
  });
  await expect(startTrainingServer(config, { voice: server.voice })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('the demo app', () => {
  it('the app is missing with a hint until it is built, and found afterwards', async () => {
    const missing = await server.fetch('/');
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ error: 'no-app' });
    writeFileSync(join(server.appDir, 'index.html'), '<title>CRM</title>');
    expect((await server.fetch('/')).status).toBe(200);
  });

  describe('once built', () => {
    beforeEach(() => {
      mkdirSync(join(server.appDir, 'media'));
      const page = '<title>CRM</title><app-root ngCspNonce="csp-nonce"></app-root>';
      writeFileSync(join(server.appDir, 'index.html'), page);
      writeFileSync(join(server.appDir, 'main-ABCD1234.js'), 'start()');
      writeFileSync(join(server.appDir, 'favicon.ico'), 'icon');
    });

    it.each(['/', '/index.html', '/contacts/39553609', '/customers/39553609?calltraceID=1'])(
      'has its page at %s',
      async (path) => {
        const response = await server.fetch(path);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-type')).toMatch(/^text\/html/);
        expect(response.headers.get('cache-control')).toBe('no-cache');
        expect(response.headers.get('content-security-policy')).toMatch(/script-src 'nonce-/);
        expect(await response.text()).toContain('CRM');
      },
    );

    it('keeps files named by their content for good, others not', async () => {
      const hashed = await server.fetch('/main-ABCD1234.js');
      expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await hashed.text()).toBe('start()');
      expect((await server.fetch('/favicon.ico')).headers.get('cache-control')).toBe('no-cache');
    });

    it('has the typeface kept for a day', async () => {
      mkdirSync(join(server.appDir, 'typeface'));
      writeFileSync(join(server.appDir, 'typeface', 'inter-latin-wght-normal.woff2'), 'letters');
      const font = await server.fetch('/typeface/inter-latin-wght-normal.woff2');
      expect(font.headers.get('content-type')).toBe('font/woff2');
      expect(font.headers.get('cache-control')).toBe('public, max-age=86400');
    });

    it.each(['/main-OLD00000.js', '/api/nothing', '/records/nothing'])('has nothing at %s', async (path) => {
      const response = await server.fetch(path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: 'not-found' });
    });

    it('answers at /v1 in its API’s form, also where nothing is and nobody is signed in', async () => {
      const response = await server.fetch('/v1/nothing');
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: 403 }, result: [] });
    });

    it.each(['/..%2fcookie-secret', '/%2e%2e/cookie-secret', '/media/..%2f..%2fcookie-secret', '/media', '/%00'])(
      'gives nothing away at %s',
      async (path) => {
        const text = await (await server.fetch(path)).text();
        expect(text).toMatch(/CRM|"error"/);
      },
    );

    it.each(['/..%2f', '/%2e%2e%2f', '/media/..%2f..%2f', '/..%2fapp-of-another%2f', '//'])(
      'does not say whether a file outside its folder exists: %s',
      async (way) => {
        mkdirSync(join(server.dataDir, 'app-of-another'));
        for (const path of ['there.txt', 'app-of-another/there.txt']) writeFileSync(join(server.dataDir, path), '');
        const answers = ['there.txt', 'missing.txt'].map(async (name) => {
          const { status, headers, text } = await server.fetch(`${way}${name}`).then(async (response) => ({
            status: response.status,
            headers: response.headers.get('content-type'),
            text: (await response.text()).replaceAll(name, 'NAME'),
          }));
          return [status, headers, text];
        });
        const [there, missing] = await Promise.all(answers);
        expect(there).toEqual(missing);
      },
    );
  });
});
