import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, isStamped, leaveStamp } from './fingerprint.js';

describe('a fingerprint', () => {
  let folder = '';
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const print = () => fingerprint(folder, ['app', 'lock.json']);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
    mkdirSync(join(folder, 'app', 'deep'), { recursive: true });
    write('lock.json', '{}');
    write('app/main.ts', 'one');
    write('app/deep/part.ts', 'two');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('changes with a file, deep ones too, and back again', () => {
    const before = print();
    write('app/deep/part.ts', 'three');
    expect(print()).not.toBe(before);
    write('app/deep/part.ts', 'two');
    expect(print()).toBe(before);
  });

  it('changes with a name', () => {
    const before = print();
    write('app/other.ts', '');
    expect(print()).not.toBe(before);
  });

  it('does not change with times, tests and pages', () => {
    const before = print();
    utimesSync(join(folder, 'app/main.ts'), 1, 1);
    write('app/main.spec.ts', 'a test');
    write('app/main.md', 'a page');
    mkdirSync(join(folder, 'app/dist'));
    write('app/dist/main.js', 'built');
    expect(print()).toBe(before);
  });

  it('is recognised by its stamp only', () => {
    const stamp = join(folder, 'dist', 'stamp');
    expect(isStamped(stamp, print())).toBe(false);
    leaveStamp(stamp, print());
    expect(isStamped(stamp, print())).toBe(true);
    write('lock.json', '{"new": true}');
    expect(isStamped(stamp, print())).toBe(false);
  });
});
