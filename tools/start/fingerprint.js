import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that never change the build: tests, Markdown, the package's own build. */
const irrelevant = /(\.spec\.ts|\.md|[\\/](dist|node_modules|goldens)([\\/].*)?)$/;

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]} the files at `path`, itself or below it, in a fixed order
 */
function filesAt(folder, path) {
  if (irrelevant.test(path)) return [];
  if (!statSync(join(folder, path)).isDirectory()) return [path];
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesAt(folder, join(path, name)));
}

/**
 * A hash of the files' contents and paths. Times do not count, because a checkout changes them.
 *
 * @param {string} folder
 * @param {readonly string[]} paths files or folders in `folder`
 */
export function fingerprint(folder, paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesAt(folder, path))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Whether the stamp of an earlier run says that this work is done.
 *
 * @param {string} stamp
 * @param {string} print
 */
export function isStamped(stamp, print) {
  try {
    return readFileSync(stamp, 'utf8').trim() === print;
  } catch {
    // No stamp, or an unreadable one: the work is done again.
    return false;
  }
}

/**
 * @param {string} stamp
 * @param {string} print
 */
export function leaveStamp(stamp, print) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${print}\n`);
}
