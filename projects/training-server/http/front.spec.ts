import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSelfSignedCertificate } from 'werift';
import { ServerUnderTest } from '../server-under-test';

/** TLS 1.2's numbers for SHA-256 and ECDSA, and for the curve P-256. */
const sha256Ecdsa = { hash: 4, signature: 3 } as const;
const p256 = 23;

it('serves HTTPS where a certificate is given, and marks the cookie for it', async () => {
  const { certPem, keyPem } = await createSelfSignedCertificate(sha256Ecdsa, p256);
  const dir = mkdtempSync(join(tmpdir(), 'tls-'));
  writeFileSync(join(dir, 'cert.pem'), certPem);
  writeFileSync(join(dir, 'key.pem'), keyPem);
  const server = await new ServerUnderTest().start({
    HOST: '0.0.0.0',
    TLS_CERT: join(dir, 'cert.pem'),
    TLS_KEY: join(dir, 'key.pem'),
  });
  try {
    const cookie = await new Promise<string>((resolve, reject) => {
      const { port } = new URL(server.url);
      const options = { port, method: 'POST', path: '/api/session', rejectUnauthorized: false };
      const sent = request({ ...options, headers: { 'content-type': 'application/json' } }, (response) => {
        response.resume();
        resolve(String(response.headers['set-cookie']));
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ login: 'agent1', password: 'training' }));
    });
    expect(cookie).toMatch(/^VouchCookie=.*; Secure/);
  } finally {
    await server.close();
  }
});
