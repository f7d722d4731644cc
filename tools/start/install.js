import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fingerprint, isStamped, leaveStamp } from './fingerprint.js';
import { countPackages, readNpmLine } from './npm-noise.js';
import { inRoot, ownNode, root, withoutOwnPrograms } from './places.js';
import { step } from './progress.js';
import { StartError, run } from './run.js';

const stamp = inRoot('node_modules', '.mediatel-stamp');

/** Installs the packages if they are missing or differ from the lock file. */
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

  const path = withoutOwnPrograms(process.env['PATH'] ?? '');
  /** @param {string} line */
  const read = (line) => {
    const meaning = readNpmLine(line);
    if (meaning.kind === 'log') log.push(meaning.text);
    if (meaning.kind === 'package') {
      fetched = Math.min(fetched + 1, total);
      packages.doing(fetched < total ? `installing ${fetched} of ${total}` : `unpacking ${total}`);
    }
  };
  // Not `npm ci`: it refuses a lock file that lacks optional packages of other machines (oxc-parser's,
  // unrs-resolver's), which registries get later than the rest. This command installs the lock file's versions too, and
  // does not change it.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=http'];
  const env = { ...process.env, PATH: path };
  const code = await run('npm', args, { env, line: read }).catch(() => {
    packages.failed('npm could not be started');
    throw new StartError('npm is missing: it comes with Node from https://nodejs.org (Debian: apt install npm).');
  });
  if (code !== 0) {
    packages.failed(`npm install ended with ${code}`);
    throw new StartError(isMissing('git', env) ? withoutGit : withoutRegistry, log);
  }
  leaveStamp(stamp, print);
  packages.done(`${total} installed`);
}

const withoutGit =
  'The packages could not be installed, and git is missing: install it (Debian: apt install git), then try again.';
const withoutRegistry = 'The packages could not be installed. Is the package registry reachable?';

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
function isMissing(program, env) {
  return spawnSync(program, ['--version'], { env }).error !== undefined;
}
