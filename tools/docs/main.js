// `npm run docs`: builds the documentation site to `dist/docs`. `DOCS_BASE` is the path below which it is served,
// `/` without it.
import { rmSync } from 'node:fs';
import { build } from 'vitepress';
import { inRoot, ownNode } from '../start/places.js';
import { StartError, run } from '../start/run.js';
import { collectApi, collectPages, target, writeIndexes } from './collect.js';
import { deadLinks } from './dead-links.js';

const site = inRoot('dist/docs');
const base = process.env['DOCS_BASE'] ?? '/';

/**
 * @param {string} program
 * @param {...string} args
 */
async function tool(program, ...args) {
  const code = await run(ownNode, [inRoot('node_modules', program), ...args]);
  if (code !== 0) throw new StartError(`${program} ended with ${code}`);
}

async function main() {
  rmSync(target, { recursive: true, force: true });
  rmSync(site, { recursive: true, force: true });
  const all = collectPages();
  // The two take half a minute on two cores, one after the other.
  await Promise.all([
    tool('typedoc/bin/typedoc'),
    tool('@angular/cli/bin/ng.js', 'build', 'gallery', '--base-href', `${base}gallery/`),
  ]);
  writeIndexes(all, collectApi());
  await build(inRoot('tools/docs/site'));
  const dead = deadLinks(site, base);
  if (dead.length > 0) throw new StartError(['Dead links:', ...dead].join('\n'));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
