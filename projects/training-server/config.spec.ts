import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { ConfigError } from '../server-kit';

const problems = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the environment', () => {
  it('may be empty', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 4200,
      auth: 'cookie',
      spelling: 'documented',
      tls: null,
      inviteAt: 'request',
    });
  });

  it.each([
    ['PORT', 'x'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '42.5'],
    ['FARM_SIZE', 'many'],
    ['CLERICAL_SECONDS', '-5'],
    ['PREDICTIVE_SECONDS', '0'],
    ['LINGER_SECONDS', '1e9'],
    ['MEDIATEL_AUTH', 'off'],
    ['MEDIATEL_SPELLING', 'wrong'],
    ['MEDIATEL_INVITE', 'never'],
    ['LOG_LEVEL', 'loud'],
    ['SEED', 'dice'],
    ['PUBLIC_URL', 'localhost'],
    ['ALLOWED_ORIGINS', 'http://crm.example,ftp://x'],
    ['MEDIATEL_SECRET', 'short'],
  ])('a bad %s (%s) is refused by its name', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} must`));
  });

  it('reports all problems at once', () => {
    expect(problems({ PORT: 'x', FARM_SIZE: 'y' })).toHaveLength(2);
  });

  it('reads what is given', () => {
    const config = readConfig({
      PORT: ' 0 ',
      CLERICAL_SECONDS: '0',
      PUBLIC_URL: 'https://crm.example/',
      ALLOWED_ORIGINS: 'http://a.example, http://b.example',
    });
    expect(config).toMatchObject({
      port: 0,
      clericalSeconds: 0,
      publicUrl: 'https://crm.example',
      allowedOrigins: ['http://a.example', 'http://b.example'],
    });
  });

  it.each(['0.0.0.0', '192.168.1.5', '::', 'desk.example'])('HOST %s needs TLS, and the error says why', (HOST) => {
    expect(problems({ HOST })).toEqual([expect.stringMatching(/HOST .*TLS_CERT and TLS_KEY.*microphone/)]);
  });

  it.each(['localhost', '127.0.0.1', '127.0.0.53', '::1'])('HOST %s does not', (HOST) => {
    expect(readConfig({ HOST }).tls).toBeNull();
  });

  it('TLS needs both files, and they must exist', () => {
    const cert = join(mkdtempSync(join(tmpdir(), 'config-')), 'cert.pem');
    writeFileSync(cert, 'CERT');
    expect(readConfig({ HOST: '0.0.0.0', TLS_CERT: cert, TLS_KEY: cert }).tls).toEqual({ cert: 'CERT', key: 'CERT' });
    expect(problems({ TLS_CERT: cert })).toEqual([expect.stringMatching(/^TLS_KEY is missing/)]);
    expect(problems({ TLS_CERT: cert, TLS_KEY: `${cert}.none` })).toEqual([
      expect.stringMatching(/^TLS_KEY names a file/),
    ]);
  });
});
