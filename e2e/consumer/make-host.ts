import { spawn } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type ConsumerHost, pinned } from './hosts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The environment of a CRM developer: no questions, no analytics, no packages of this repository. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  NG_CLI_ANALYTICS: 'false',
  CI: '1',
  NODE_OPTIONS: '',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_prefer_offline: 'true',
};

/** Runs a program, and returns what it printed. Rejects with all of it if the program fails. */
export async function run(cwd: string, program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (printed += String(text)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} in ${cwd} ended with ${code}:\n${printed}`);
  return printed;
}

type Json = Record<string, unknown>;

/** The part of `angular.json` that is changed. */
interface Build {
  readonly options: { styles: string[] };
  readonly configurations: { readonly production: { readonly budgets: { maximumWarning: string }[] } };
}

async function change(file: string, edit: (content: Json) => void): Promise<void> {
  // The CLI's `tsconfig.json` has comments.
  const content = ts.parseConfigFileTextToJson(file, await readFile(file, 'utf8')).config as Json;
  edit(content);
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** The packed files of this repository, and the version of the CLI that makes the hosts. */
export interface Wares {
  readonly library: string;
  readonly cliVersion: string;
}

/** A host that was made, and what its build printed. */
export interface MadeHost {
  readonly folder: string;
  readonly build: string;
  /** How long `ng add` took, in milliseconds. */
  readonly addMs: number;
}

/**
 * Makes a host as a CRM developer would: `ng new`, their own files, `npm install`, `ng add`, and a production
 * build that also checks the types of the library's own declarations.
 *
 * `packagesOf`: a host whose installed packages are taken over first, to save time.
 */
export async function makeHost(
  parent: string,
  host: ConsumerHost,
  wares: Wares,
  packagesOf?: string,
): Promise<MadeHost> {
  const { name, options, overlay, packages, styles, budget, add, edits = {} } = host;
  const folder = join(parent, name);
  const cli = ['exec', '--yes', '--package', `@angular/cli@${wares.cliVersion}`, '--', 'ng', 'new'];
  await run(parent, 'npm', [...cli, name, '--defaults', '--skip-install', '--skip-git', ...options]);
  await change(join(folder, 'package.json'), (content) => {
    const dependencies = content['dependencies'] as Json;
    Object.assign(dependencies, packages);
    if (!options.includes('--ssr')) return;
    for (const group of [dependencies, content['devDependencies'] as Json]) {
      for (const each of Object.keys(group)) {
        if (each.startsWith('@angular/')) group[each] = pinned;
      }
    }
  });
  if (styles.length > 0 || budget !== undefined) {
    await change(join(folder, 'angular.json'), (content) => {
      const projects = content['projects'] as Record<string, { architect: { build: Build } }>;
      const { options: build, configurations } = projects[name]!.architect.build;
      build.styles = [...styles, ...build.styles];
      const [initial] = configurations.production.budgets;
      if (budget !== undefined) initial!.maximumWarning = budget;
    });
  }
  if (overlay !== null) await cp(join(here, 'overlays', overlay), folder, { recursive: true });
  await change(join(folder, 'tsconfig.json'), (content) => {
    (content['compilerOptions'] as Json)['skipLibCheck'] = false;
  });
  // Hard links, where the machine can make them; without them npm installs all.
  if (packagesOf !== undefined) {
    await run(parent, 'cp', ['-al', join(packagesOf, 'node_modules'), folder]).catch(() => undefined);
  }
  await run(folder, 'npm', ['install']);
  const began = performance.now();
  await run(folder, 'npx', ['ng', 'add', wares.library, '--skip-confirmation', ...add]);
  const addMs = performance.now() - began;
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    if (edit(text) === text) throw new Error(`${file} of ${name} is not as expected:\n${text}`);
    await writeFile(path, edit(text));
  }
  const build = await run(folder, 'npx', ['ng', 'build']);
  return { folder, build, addMs };
}
