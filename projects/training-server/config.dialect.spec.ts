import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';

const dir = mkdtempSync(join(tmpdir(), 'dialect-'));
const path = join(dir, 'x.mediatel-probe.json');
afterAll(() => rmSync(dir, { recursive: true }));

function configOf(dialect: unknown, env: Record<string, string> = {}) {
  writeFileSync(path, JSON.stringify({ format: 'mediatel-probe', version: 1, dialect }));
  return readConfig({ DIALECT: path, ...env });
}

describe('DIALECT', () => {
  it('sets what the environment does not', () => {
    const dialect = { inviteAt: 'delivered', timing: { clericalSeconds: 7 }, sip: { sessionRefreshSeconds: 45 } };
    const taken = { inviteAt: 'delivered', clericalSeconds: 7, sessionRefreshSeconds: 45 };
    expect(configOf(dialect)).toMatchObject({ dialect, ...taken });
    expect(configOf(dialect, { CLERICAL_SECONDS: '3', MEDIATEL_INVITE: 'request' })).toMatchObject({
      clericalSeconds: 3,
      inviteAt: 'request',
    });
  });

  it('names file and path of a fault, beside the other problems', () => {
    const faulty = { fields: { mute: { form: 'list' } } };
    expect(() => configOf(faulty, { PORT: 'x' })).toThrow(
      `DIALECT: ${path} is no probe file: dialect.fields.mute.form:`,
    );
    expect(() => configOf(faulty, { PORT: 'x' })).toThrow('PORT must be a whole number');
  });

  it('is not needed', () => {
    expect(readConfig({}).dialect).toEqual({});
  });
});
