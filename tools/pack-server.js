// Builds the training server as a package of its own, `dist/training-server`, for `npx mediatel-training-server`:
// plain JavaScript with its prompts; other packages stay dependencies. `npm run pack:server` also packs it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './bundled-licences.js';
import { inRoot, ownNode } from './start/places.js';

const project = inRoot('projects/training-server');
const out = inRoot('dist/training-server');

/** What the server imports at run time; the versions stand in the workspace's own `package.json`. */
const packages = ['@fastify/cookie', 'cookie', 'fastify', 'jose', 'pino', 'sip.js', 'socket.io'];
const media = ['werift', 'ws'];
/** A program of its own under the GPL, without which the server runs but cannot speak (docs/adr/0010). */
const optional = ['espeak-ng'];
/** Of the hub over several nodes, which this package does not offer. */
const unused = ['redis', '@socket.io/redis-streams-adapter'];

const workspace = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const library = JSON.parse(readFileSync(inRoot('projects/mediatel-lib/package.json'), 'utf8'));

/** @param {string[]} names */
const versionsOf = (names) => Object.fromEntries(names.map((name) => [name, workspace.dependencies[name]]));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  entryPoints: {
    main: join(project, 'cli/main.ts'),
    'sound-thread-entry': join(project, 'telephony/sound-thread-entry.ts'),
    'speech-entry': join(project, 'speech/speech-entry.ts'),
    'hearing-entry': join(project, 'score/hearing-entry.ts'),
    client: join(project, 'client/index.ts'),
  },
  outdir: join(out, 'lib'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  tsconfig: inRoot('tsconfig.json'),
  external: [...packages, ...media, ...optional, ...unused].flatMap((name) => [name, `${name}/*`]),
  // @fastify/static is bundled: it requires ES modules, which Node can do only since 22.12. CommonJS in a bundle of ES
  // modules needs `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  metafile: true,
  logLevel: 'warning',
});
const reached = new Set(
  Object.values(metafile.outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  ),
);
for (const name of unused) {
  if (reached.has(name)) throw new Error(`The training server must not import ${name}`);
}
writeFileSync(join(out, 'LICENSES-of-bundled-packages.txt'), licencesOf(Object.keys(metafile.inputs)));
execFileSync(ownNode, [
  inRoot('node_modules/typescript/bin/tsc'),
  ...['--project', join(project, 'client/tsconfig.json'), '--outDir', join(out, 'types')],
]);
// Hosts that resolve modules as Node does need the file's ending.
for (const name of readdirSync(join(out, 'types'))) {
  const file = join(out, 'types', name);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/from '(\.\/[^']+)'/g, "from '$1.js'"));
}
cpSync(join(project, 'voices'), join(out, 'voices'), { recursive: true });
cpSync(join(project, 'scenarios'), join(out, 'scenarios'), { recursive: true });
cpSync(inRoot('projects/training-kit/scenario.schema.json'), join(out, 'scenario.schema.json'));
cpSync(join(project, 'package.md'), join(out, 'README.md'));
cpSync(join(project, 'Dockerfile'), join(out, 'Dockerfile'));
cpSync(inRoot('LICENSE'), join(out, 'LICENSE'));
const bin = join(out, 'lib/main.js');
writeFileSync(bin, `#!/usr/bin/env node\n${readFileSync(bin, 'utf8')}`, { mode: 0o755 });
const manifest = {
  name: 'mediatel-training-server',
  version: library.version,
  description: 'Mediatel for training and tests: the real protocols, with real audio.',
  keywords: ['mediatel', 'contact centre', 'call center', 'sip', 'webrtc', 'training', 'e2e'],
  license: workspace.license,
  type: 'module',
  bin: { 'mediatel-training-server': 'lib/main.js' },
  exports: {
    './client': { types: './types/index.d.ts', default: './lib/client.js' },
    './scenario.schema.json': './scenario.schema.json',
    './package.json': './package.json',
  },
  engines: { node: '>=22.5' },
  dependencies: versionsOf([...packages, ...media]),
  optionalDependencies: versionsOf(optional),
};
writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);

if (process.argv.includes('--pack')) {
  const packs = inRoot('.cache/packs');
  mkdirSync(packs, { recursive: true });
  const [{ filename, size, entryCount }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', packs], {
      cwd: out,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  console.log(`packed ${filename}: ${entryCount} files, ${Math.round(size / 1024)} kB`);
}
