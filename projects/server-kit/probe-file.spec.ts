import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProbeFileError, readProbeFile } from './probe-file';

const dir = mkdtempSync(join(tmpdir(), 'probe-file-'));
const path = join(dir, 'x.mediatel-probe.json');
afterAll(() => rmSync(dir, { recursive: true }));

function reading(content: unknown) {
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return () => readProbeFile(path);
}
const file = (dialect: unknown) => ({ format: 'mediatel-probe', version: 1, dialect });

describe('readProbeFile', () => {
  it('reads a dialect written by hand', () => {
    const dialect = { fields: { mute: { as: ['muted'], form: 'text' } }, inviteAt: 'delivered' };
    expect(reading(file(dialect))()).toMatchObject({ dialect, claims: [], snapshots: [] });
  });

  it.each([
    ['no JSON', '{', "can't be read as JSON"],
    ['another format', { format: 'mediatel-flight', version: 1, dialect: {} }, 'format: '],
    ['a later version', { format: 'mediatel-probe', version: 2, dialect: {} }, 'version: '],
    ['no dialect', { format: 'mediatel-probe', version: 1 }, 'dialect: '],
    ['an unknown member', file({ filds: {} }), 'dialect: Unrecognized key: "filds"'],
    ['a name that is no text', file({ fields: { mute: { as: [3] } } }), 'dialect.fields.mute.as[0]: '],
    ['an unknown form', file({ fields: { mute: { form: 'list' } } }), 'dialect.fields.mute.form: '],
    ['a time out of range', file({ timing: { answerMs: -1 } }), 'dialect.timing.answerMs: '],
    ['a list instead of the file', [], 'the file: '],
  ])('refuses %s and names the path', (_, content, message) => {
    expect(reading(content)).toThrow(ProbeFileError);
    expect(reading(content)).toThrow(`${path} `);
    expect(reading(content)).toThrow(message);
  });

  it('names a file that is missing', () => {
    expect(() => readProbeFile(join(dir, 'none.json'))).toThrow(/none\.json can't be read/);
  });
});
