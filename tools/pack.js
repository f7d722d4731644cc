// Packs the built library as `npm publish` would, and unpacks it where a host would have it
// (node_modules/mediatel-lib). So builds against it meet packaging faults that builds from sources hide.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyDocs } from './package-docs.js';
import { buildSchematics } from './schematics.js';
import { inRoot, ownNode, root } from './start/places.js';

const packs = join(root, '.cache/packs');
const target = join(root, 'node_modules/mediatel-lib');

buildSchematics();
copyDocs();
rmSync(packs, { recursive: true, force: true });
mkdirSync(packs, { recursive: true });
const [{ filename, size, entryCount }] = JSON.parse(
  execFileSync('npm', ['pack', '--json', '--pack-destination', packs], {
    cwd: join(root, 'dist/mediatel-lib'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
execFileSync('tar', ['-xzf', join(packs, filename), '--strip-components=1', '-C', target]);

// Checks what hosts' bundlers and compilers find in it. Angular's package format is ESM only.
const tarball = join(packs, filename);
const publint = checked('publint/src/cli.js', ['run', tarball, '--strict']);
if (publint.status !== 0) fail(publint.stdout);

// Its exit code counts faults of resolutions that the profile ignores (attw 0.18.5, `resolutionOption`), so the report
// is read here. The program ends before a pipe has taken all its output; a file has it all.
const report = join(packs, 'types.json');
const out = openSync(report, 'w');
checked('@arethetypeswrong/cli/dist/index.js', [tarball, '--format', 'json'], out);
closeSync(out);
const { analysis } = JSON.parse(readFileSync(report, 'utf8'));
const ignored = ['node10', 'node16-cjs'];
const faults = analysis.problems.filter(
  (/** @type {Record<string, string>} */ { resolutionKind, resolutionOption }) =>
    !ignored.includes(resolutionKind ?? resolutionOption ?? ''),
);
if (!analysis.types || faults.length > 0) fail(JSON.stringify(faults, null, 2));
copyFileSync(tarball, join(root, 'dist', filename));
console.log(`packed dist/${filename}: ${entryCount} files, ${Math.round(size / 1024)} kB`);

/**
 * @param {string} program
 * @param {string[]} args
 * @param {'pipe' | number} stdout
 */
function checked(program, args, stdout = 'pipe') {
  return spawnSync(ownNode, [inRoot('node_modules', program), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', stdout, 'pipe'],
  });
}

/**
 * @param {string} words
 * @returns {never}
 */
function fail(words) {
  console.error(words);
  throw new Error(`${filename} is packaged wrongly`);
}
