// Builds the schematics (`ng add`, `ng update`) into the built library: CommonJS, which the Angular CLI loads by `require`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRoot, ownNode } from './start/places.js';

const sources = inRoot('projects/mediatel-lib/schematics');
const target = inRoot('dist/mediatel-lib/schematics');

/** Throws if the compiler finds an error, or if a collection names something that is not there. */
export function buildSchematics() {
  rmSync(target, { recursive: true, force: true });
  const compiler = inRoot('node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(ownNode, [compiler, '-p', sources, '--outDir', target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the schematics do not compile\n${stdout}`);
  for (const path of globSync('**/{collection,migrations,schema,*.template}{.json,}', { cwd: sources })) {
    cpSync(join(sources, path), join(target, path));
  }
  // The library around them is ESM.
  writeFileSync(join(target, 'package.json'), '{ "type": "commonjs" }\n');
  for (const file of ['collection.json', 'migrations.json']) checkCollection(file);
}

/** @param {string} file */
function checkCollection(file) {
  const load = createRequire(join(target, file));
  const { schematics } = JSON.parse(readFileSync(join(target, file), 'utf8'));
  for (const [name, { factory, schema }] of Object.entries(schematics)) {
    const [path, member] = factory.split('#');
    if (typeof load(path)[member] !== 'function') throw new Error(`${file}: ${name} has no ${factory}`);
    if (schema !== undefined && !existsSync(join(target, schema))) throw new Error(`${file}: ${name} has no ${schema}`);
  }
}
