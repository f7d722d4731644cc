import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hosts } from './hosts';
import { type MadeHost, makeHost, run } from './make-host';

const root = fileURLToPath(new URL('../../', import.meta.url));
const results = join(root, 'test-results');

/** Where the tests find the hosts that were made. */
export const madeFile = join(results, 'consumer-hosts.json');

/** The hosts by name. */
export type MadeHosts = Readonly<Record<string, MadeHost>>;

const versionOf = async (name: string): Promise<string> =>
  (JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

/** Packs the library and the server, and makes every host. Returns what removes them. */
export default async function prepare(): Promise<() => Promise<void>> {
  // `.ci/run` has built it already.
  if (process.env['LIBRARY_IS_BUILT'] !== '1') await run(root, 'npm', ['run', 'build:lib']);
  await run(root, 'npm', ['run', 'pack:server']);
  const packs = join(root, '.cache/packs');
  const file = (await readdir(packs)).find((name) => /^mediatel-lib-.*\.tgz$/.test(name));
  if (file === undefined) throw new Error(`npm run build:lib left no packed library in ${packs}`);
  const wares = { library: join(packs, file), cliVersion: await versionOf('@angular/cli') };
  // Not below this repository: the CLI refuses to make a workspace inside another one.
  const parent = await mkdtemp(join(tmpdir(), 'mediatel-consumers-'));
  // As `npx` and the Dockerfile install it, with packages of its own: those of this repository would hide a missing one.
  const server = ['install', '--global', '--install-links', '--prefix', join(parent, 'server')];
  await run(parent, 'npm', [...server, join(root, 'dist/training-server')]);
  const made: Record<string, MadeHost> = {};
  let first: string | undefined;
  for (const host of hosts) {
    const began = Date.now();
    // Pinned versions differ, so a server's host takes nothing over.
    made[host.name] = await makeHost(parent, host, wares, host.options.includes('--ssr') ? undefined : first);
    first ??= made[host.name]?.folder;
    process.stdout.write(`${host.name}: made in ${Math.round((Date.now() - began) / 1000)} s\n`);
  }
  await mkdir(results, { recursive: true });
  await writeFile(madeFile, JSON.stringify(made, null, 2));
  // `CONSUMER_KEEP=1`: to look at what was made.
  if (process.env['CONSUMER_KEEP'] === '1') return () => Promise.resolve();
  return () => rm(parent, { recursive: true, force: true });
}
