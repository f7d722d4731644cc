import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSelfSignedCertificate } from 'werift';
import { ServerUnderTest } from '../server.fixture';

/** TLS 1.2's numbers for SHA-256 and ECDSA, and for the curve P-256. */
const sha256Ecdsa = { hash: 4, signature: 3 } as const;
const p256 = 23;

/** A server with a certificate of its own. */
async function withTls(): Promise<ServerUnderTest> {
  const { certPem, keyPem } = await createSelfSignedCertificate(sha256Ecdsa, p256);
  const dir = mkdtempSync(join(tmpdir(), 'tls-'));
  writeFileSync(join(dir, 'cert.pem'), certPem);
  writeFileSync(join(dir, 'key.pem'), keyPem);
  return new ServerUnderTest().start({
    HOST: '0.0.0.0',
    TLS_CERT: join(dir, 'cert.pem'),
    TLS_KEY: join(dir, 'key.pem'),
  });
}

/** What a server sends on a connection until it closes it. */
const answered = (url: string, sent: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    let text = '';
    socket.on('data', (bytes) => (text += bytes.toString()));
    socket.on('error', reject).on('close', () => resolve(text));
  });

it('with a certificate serves HTTPS, marks the cookie Secure, and refuses pages without TLS', async () => {
  const server = await withTls();
  try {
    const { port } = new URL(server.url);
    const signIn = (scheme: string) =>
      new Promise<{ status: number | undefined; cookie: string }>((resolve, reject) => {
        const options = { port, method: 'POST', path: '/api/session', rejectUnauthorized: false };
        const headers = { 'content-type': 'application/json', origin: `${scheme}://localhost:${port}` };
        const sent = request({ ...options, headers }, (response) => {
          response.resume();
          resolve({ status: response.statusCode, cookie: String(response.headers['set-cookie']) });
        });
        sent.on('error', reject);
        sent.end(JSON.stringify({ login: 'agent1', password: 'training' }));
      });
    expect(await signIn('https')).toEqual({ status: 200, cookie: expect.stringMatching(/^VouchCookie=.*; Secure/) });
    expect(await signIn('http')).toEqual({ status: 403, cookie: 'undefined' });
  } finally {
    await server.close();
  }
});

describe('a connection whose request does not come in time', () => {
  let server: ServerUnderTest;

  beforeAll(async () => void (server = await new ServerUnderTest().start()));
  afterAll(() => server.close());

  it('is closed without a word if it was opened in advance: a browser would take the word for its next answer', async () => {
    expect(await answered(server.url, '')).toBe('');
  });

  it('is refused if the request is not whole', async () => {
    expect(await answered(server.url, 'GET / HTTP/1.1\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });

  it('is closed if it never shakes hands with TLS', async () => {
    const withoutHands = await withTls();
    expect(await answered(withoutHands.url, '')).toBe('');
    await withoutHands.close();
  });
});
