import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The secret of this installation. Generated once, so that cookies outlive a restart. */
export function installationSecret(dataDir: string): string {
  const path = join(dataDir, 'cookie-secret');
  const known = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (known !== '') return known;
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(32).toString('hex');
  // Renamed once it is complete: a full disk would leave an empty file.
  writeFileSync(`${path}.part`, secret, { mode: 0o600 });
  renameSync(`${path}.part`, path);
  return secret;
}
