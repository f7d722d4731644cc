// `npm run build:probe`: bundles the probe into one file and writes the package that `npx mediatel-probe` runs.
// `npm pack dist/probe` packs it.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './bundled-licences.js';
import { inRoot } from './start/places.js';

const target = inRoot('dist/probe');
const file = 'mediatel-probe.js';
const { version, license } = JSON.parse(readFileSync(inRoot('projects/mediatel-lib/package.json'), 'utf8'));

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const { metafile } = await build({
  entryPoints: [inRoot('projects/probe/main.ts')],
  outfile: join(target, file),
  tsconfig: inRoot('projects/probe/tsconfig.json'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  // Compiled helpers of the packages in it call `require`.
  banner: {
    js: [
      '#!/usr/bin/env node',
      "import { createRequire as requireOf } from 'node:module';",
      'const require = requireOf(import.meta.url);',
    ].join('\n'),
  },
  // Faster versions of parts of `ws`; it works without them.
  external: ['bufferutil', 'utf-8-validate'],
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
chmodSync(join(target, file), 0o755);
writeFileSync(join(target, 'LICENSES-of-bundled-packages.txt'), licencesOf(Object.keys(metafile.inputs)));
copyFileSync(inRoot('LICENSE'), join(target, 'LICENSE'));
copyFileSync(inRoot('docs/guides/meeting-a-real-mediatel.md'), join(target, 'README.md'));
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify(
    {
      name: 'mediatel-probe',
      version,
      description: 'Checks what mediatel-lib believes about Mediatel against a real one, and writes a redacted file.',
      license,
      type: 'module',
      bin: { 'mediatel-probe': file },
      engines: { node: '>=22' },
      keywords: ['mediatel', 'call-centre', 'socket.io', 'sip', 'diagnostics'],
    },
    null,
    2,
  )}\n`,
);
