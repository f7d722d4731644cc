import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { circleCheck } from './circles.js';
import { inRoot, ownNode } from './start/places.js';

/** The rules that these files break; they are written to a folder of their own. */
async function broken(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'circles-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const [program = '', ...args] = circleCheck(['.']);
    const said = await new Promise<string>((resolve) => {
      execFile(ownNode, [inRoot('node_modules', program), ...args], { cwd: folder }, (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
    expect(said).toMatch(/no dependency violations found|dependency violations/);
    return [...new Set([...said.matchAll(/error ([\w-]+):/g)].map(([, rule = '']) => rule))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lib = 'projects/mediatel-lib';

describe('the check for circles', () => {
  it('passes if imports go one way', async () => {
    const files = { 'a/one.ts': "export type { Two } from '../b/two';", 'b/two.ts': 'export type Two = 2;' };
    expect(await broken(files)).toEqual([]);
  });

  it('finds a circle of files by imports of types', async () => {
    const files = {
      'one.ts': "import type { Two } from './two';\nexport type One = Two;",
      'two.ts': "export type Two = import('./one').One | 2;",
    };
    expect(await broken(files)).toEqual(['no-circle-of-files']);
  });

  it('finds a circle of folders whose files make none, also by lazy imports', async () => {
    const files = {
      'a/one.ts': "export type { Two } from '../b/two';",
      'b/two.ts': 'export type Two = 2;',
      'b/three.ts': "export const four = () => import('../a/four');",
      'a/four.ts': 'export const four = 4;',
    };
    expect(await broken(files)).toEqual(['no-circle-of-folders']);
  });

  it('finds a folder that imports its own room’s door', async () => {
    const files = {
      [`${lib}/ui/index.ts`]: 'export const label = 1;',
      [`${lib}/ui/icon/icon.ts`]: "export { label as icon } from '../index';",
    };
    expect(await broken(files)).toEqual(['the-door-is-for-others']);
  });

  it('finds a layer of the store that imports one above it', async () => {
    const files = {
      [`${lib}/store/state/one.ts`]: "export type { Two } from '../snapshot/two';",
      [`${lib}/store/snapshot/two.ts`]: 'export type Two = 2;',
    };
    expect(await broken(files)).toEqual(['below-store-state']);
  });
});
