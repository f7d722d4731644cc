// Builds the schematics (`ng add`, `ng update`) into the built library: CommonJS, which the Angular CLI loads by `require`.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ownNode } from './start/places.js';

const sources = inRoot('projects/mediatel-lib/schematics');
const target = inRoot('dist/mediatel-lib/schematics');

/** Throws if the compiler finds an error. */
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
}
