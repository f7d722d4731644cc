import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fingerprint, isStamped, leaveStamp } from './fingerprint.js';
import { countPackages, readNpmLine } from './npm-noise.js';
import { inRoot, ownNode, root, withoutOwnPrograms } from './places.js';
import { step } from './progress.js';
import { StartError, run } from './run.js';

const stamp = inRoot('node_modules', '.mediatel-stamp');

/** Installs the packages where they are missing or others than the lock file's. */
export async function install() {
  const packages = step('Packages');
  const print = fingerprint(root, ['package-lock.json']);
  if (isStamped(stamp, print) && existsSync(ownNode)) return packages.skipped('up to date');

  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const libc = existsSync('/etc/alpine-release') ? 'musl' : 'glibc';
  const total = countPackages(lock, { platform: process.platform, arch: process.arch, libc });
  /** @type {string[]} */
  const log = [];
  let fetched = 0;
  packages.doing(`installing ${total}`);

  const code = await npm((line) => {
    const meaning = readNpmLine(line);
    if (meaning.kind === 'log') log.push(meaning.text);
    if (meaning.kind === 'package') {
      fetched = Math.min(fetched + 1, total);
      packages.doing(fetched < total ? `installing ${fetched} of ${total}` : `unpacking ${total}`);
    }
  });
  if (code !== 0) {
    packages.failed(`npm install ended with ${code}`);
    throw new StartError('The packages could not be installed. Is the package registry reachable?', log);
  }
  leaveStamp(stamp, print);
  packages.done(`${total} installed`);
}

/**
 * @param {(line: string) => void} line
 * @returns {Promise<number>}
 */
async function npm(line) {
  const path = withoutOwnPrograms(process.env['PATH'] ?? '');
  if (spawnSync('git', ['--version'], { env: { ...process.env, PATH: path } }).error) {
    throw new StartError('git is missing: install it, then try again (Debian: apt install git).');
  }
  try {
    // Not `npm ci`: it refuses a lock file that lacks optional packages of other machines (oxc-parser's, unrs-resolver's),
    // which registries get later than the rest. This takes the lock file's versions too, and writes nothing back.
    return await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=http'], {
      env: { ...process.env, PATH: path },
      line,
    });
  } catch (error) {
    // `npm start` is what brings people here, but `node tools/start.js` works on a machine without npm too, up to here.
    throw new StartError(`npm could not be started: ${error instanceof Error ? error.message : error}`);
  }
}
