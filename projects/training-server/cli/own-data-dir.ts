import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a server without `DATA_DIR` a temporary folder, which is removed when the process ends. */
export function withDataDir(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  if (env['DATA_DIR']?.trim()) return { ...env };
  const folder = mkdtempSync(join(tmpdir(), 'mediatel-training-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { ...env, DATA_DIR: folder };
}
