import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeFileSchema } from '../projects/server-kit';

const out = 'dist/probe';
const dir = mkdtempSync(join(tmpdir(), 'packed-probe-'));
const bin = join(process.cwd(), out, 'mediatel-probe.js');
afterAll(() => rmSync(dir, { recursive: true }));

beforeAll(() => {
  const { stderr } = spawnSync(process.execPath, ['tools/build-probe.js'], { encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
}, 60_000);

/** Runs the packed file, away from the repository's packages. */
const ran = (...args: string[]) => spawnSync(process.execPath, [bin, ...args], { cwd: dir, encoding: 'utf8' });

describe('the packed probe', () => {
  it('has one program, its licences and its guide', () => {
    expect(readdirSync(out).toSorted()).toEqual([
      'LICENSE',
      'LICENSES-of-bundled-packages.txt',
      'README.md',
      'mediatel-probe.js',
      'package.json',
    ]);
    const { bin: programs, dependencies } = JSON.parse(readFileSync(`${out}/package.json`, 'utf8')) as Record<
      string,
      unknown
    >;
    expect({ programs, dependencies }).toEqual({ programs: { 'mediatel-probe': 'mediatel-probe.js' } });
    expect(readFileSync(`${out}/README.md`, 'utf8')).toContain('npx mediatel-probe');
  });

  it('helps', () => {
    expect(ran('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--login USER'), stderr: '' });
  });

  it('names a fault of the command line, with 2', () => {
    expect(ran()).toMatchObject({ status: 2, stderr: expect.stringMatching(/^--url is missing\n/) });
  });

  it('writes its file although nothing answers', () => {
    const { status, stdout } = ran('--url', 'http://127.0.0.1:9', '--out', 'x.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining('The probe ended early:') });
    const file = probeFileSchema.parse(JSON.parse(readFileSync(join(dir, 'x.json'), 'utf8')));
    expect(new Set(file.claims.map(({ verdict }) => verdict))).toEqual(new Set(['not seen']));
  });
});
