import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from './config-error';
import { ConfigReader } from './config-reader';
import { isLoopback } from './loopback';

/** Returns the value that was read, and the problems that were reported. */
function reading<T>(
  env: Record<string, string>,
  read: (reader: ConfigReader) => T,
): { value: T; said: readonly string[] } {
  const reader = new ConfigReader(env);
  return { value: read(reader), said: reader.problems };
}

describe('a reader of the environment', () => {
  it('trims a text, and treats an empty one as missing', () => {
    expect(reading({ A: ' a ' }, (reader) => reader.text('A')).value).toBe('a');
    expect(reading({ A: ' ' }, (reader) => reader.text('A')).value).toBeNull();
    expect(reading({}, (reader) => reader.text('A')).value).toBeNull();
  });

  it.each(['65536', '-1', '42.5', 'x', '1e3'])('refuses %s for a port', (PORT) => {
    expect(reading({ PORT }, (reader) => reader.whole('PORT', 80, 0, 65_535))).toEqual({
      value: 80,
      said: [`PORT must be a whole number from 0 to 65535, not "${PORT}"`],
    });
  });

  it('accepts one of the known words', () => {
    const known = ['on', 'off'] as const;
    expect(reading({ A: 'off' }, (reader) => reader.oneOf('A', known, 'on'))).toEqual({ value: 'off', said: [] });
    expect(reading({ A: 'of' }, (reader) => reader.oneOf('A', known, 'on'))).toEqual({
      value: 'on',
      said: ['A must be one of on, off, not "of"'],
    });
  });

  it('names a short secret without showing it', () => {
    const { said } = reading({ SECRET: 'fifteen-letters' }, (reader) => reader.secret('SECRET'));
    expect(said).toEqual(['SECRET must have at least 16 characters']);
    expect(reading({ SECRET: 'sixteen-letters!' }, (reader) => reader.secret('SECRET')).said).toEqual([]);
  });

  it.each<[string, string, number]>([
    ['an address', 'https://crm.example/', 0],
    ['an address with a path', 'https://crm.example/desk', 0],
    ['another protocol', 'ftp://crm.example', 1],
    ['no address', 'crm', 1],
  ])('reads %s', (_what, value, faults) => {
    expect(reading({ A: value }, (reader) => reader.address('A'))).toMatchObject({
      value: value.replace(/\/$/, ''),
      said: { length: faults },
    });
  });

  it('reads origins, and refuses one that no browser sends', () => {
    const read = (value: string) => reading({ A: value }, (reader) => reader.origins('A'));
    expect(read('http://a.example/, https://b.example:8443,')).toEqual({
      value: ['http://a.example', 'https://b.example:8443'],
      said: [],
    });
    expect(read('http://a.example/desk,http://').said).toEqual([
      'A must be an http or https address, not "http://a.example/desk"',
      'A must be an http or https address, not "http://"',
    ]);
  });

  describe('of TLS', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'config-reader-'));
      writeFileSync(join(folder, 'pem'), 'PEM');
    });
    afterAll(() => rmSync(folder, { recursive: true }));
    const read = (host: string, names: Record<string, string>) =>
      reading(Object.fromEntries(Object.entries(names).map(([name, file]) => [name, join(folder, file)])), (reader) =>
        reader.tls(host, 'since it is open'),
      );

    it('reads both files of TLS', () => {
      expect(read('0.0.0.0', { TLS_CERT: 'pem', TLS_KEY: 'pem' })).toEqual({
        value: { cert: 'PEM', key: 'PEM' },
        said: [],
      });
    });

    it('names the missing file of TLS, on loopback too', () => {
      for (const host of ['127.0.0.1', '0.0.0.0']) {
        expect(read(host, { TLS_CERT: 'pem' }).said).toEqual(['TLS_KEY is missing: TLS_CERT and TLS_KEY go together']);
        expect(read(host, { TLS_KEY: 'pem' }).said).toEqual(['TLS_CERT is missing: TLS_CERT and TLS_KEY go together']);
      }
    });

    it('names a file that cannot be read', () => {
      expect(read('0.0.0.0', { TLS_CERT: 'pem', TLS_KEY: 'none' }).said).toEqual([
        expect.stringMatching(/^TLS_KEY names a file that cannot be read: /),
      ]);
    });

    it('TLS is needed beyond loopback', () => {
      expect(read('0.0.0.0', {}).said).toEqual([
        'HOST "0.0.0.0" is not loopback, so TLS_CERT and TLS_KEY are needed: since it is open',
      ]);
      expect(read('127.0.0.2', {})).toEqual({ value: null, said: [] });
    });
  });

  it('reports all problems at once', () => {
    const reader = new ConfigReader({ A: 'x', B: 'y' });
    expect(() => reader.check()).not.toThrow();
    reader.whole('A', 1, 0, 9);
    reader.whole('B', 1, 0, 9);
    expect(() => reader.check()).toThrow(ConfigError);
    expect(() => reader.check()).toThrow(/^A must .*\nB must /);
  });
});

it.each<[string, boolean]>([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.0.0.53', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['desk.example', false],
])('whether %s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
