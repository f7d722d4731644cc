// `npm run canary`: tries the packed library in a host of the next Angular and NgRx, before their release. Where a
// package has no `next`, its `latest` is taken. Prints the versions and what failed; ends with 1 if anything did.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './make-host';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packs = join(root, '.cache/packs');

/** The packages whose next version may break the library. */
const watched = [
  ...['core', 'common', 'compiler', 'forms', 'platform-browser', 'router', 'cdk', 'material'].map(
    (name) => `@angular/${name}`,
  ),
  ...['@ngrx/store', '@ngrx/effects'],
];
const tools = ['@angular/build', '@angular/cli', '@angular/compiler-cli'];

async function newest(name: string): Promise<string> {
  const tags = JSON.parse(await run(root, 'npm', ['view', name, 'dist-tags', '--json'])) as Record<string, string>;
  const version = tags['next'] ?? tags['latest'];
  if (version === undefined) throw new Error(`${name} has neither a next nor a latest version`);
  return version;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Each step by its name, in order; the first that fails ends the run. */
async function canary(folder: string, library: string): Promise<void> {
  const versions = Object.fromEntries(
    await Promise.all([...watched, ...tools].map(async (name) => [name, await newest(name)] as const)),
  );
  for (const [name, version] of Object.entries(versions)) say(`${name} ${version}`);
  const cli = `@angular/cli@${versions['@angular/cli']}`;
  await run(folder, 'npm', [
    'exec',
    '--yes',
    '--package',
    cli,
    '--',
    'ng',
    'new',
    'crm',
    '--defaults',
    '--skip-install',
    '--skip-git',
  ]);
  const host = join(folder, 'crm');
  const file = join(host, 'package.json');
  const content = JSON.parse(await readFile(file, 'utf8')) as Record<string, Record<string, string>>;
  for (const name of watched) content['dependencies']![name] = versions[name]!;
  for (const name of tools) content['devDependencies']![name] = versions[name]!;
  await writeFile(file, JSON.stringify(content, null, 2));
  // The library's peers name the present major version: that is what a canary looks past.
  await writeFile(join(host, '.npmrc'), 'legacy-peer-deps=true\n');
  await run(host, 'npm', ['install']);
  say('installed');
  await run(host, 'npx', ['ng', 'add', library, '--skip-confirmation']);
  say('ng add done');
  const printed = await run(host, 'npx', ['ng', 'build']);
  const warnings = printed.split('\n').filter((line) => /warning|deprecat/i.test(line));
  for (const warning of warnings) say(warning);
  say(`built, with ${warnings.length} warnings`);
}

const folder = await mkdtemp(join(tmpdir(), 'mediatel-canary-'));
try {
  await run(root, 'npm', ['run', 'build:lib']);
  const library = (await readdir(packs)).find((name) => /^mediatel-lib-.*\.tgz$/.test(name));
  await canary(folder, join(packs, library ?? ''));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
