// Packs the built library as `npm publish` would and unpacks it where a host would find it (node_modules/mediatel-lib),
// so that builds against it meet packaging faults that builds from sources hide.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const packs = join(root, '.cache/packs');
const target = join(root, 'node_modules/mediatel-lib');

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
console.log(`packed ${filename}: ${entryCount} files, ${Math.round(size / 1024)} kB`);
