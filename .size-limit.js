// The limits of `npm run size`, gzipped: what the packed library (`npm run build:lib`) adds to a host's first page, and the desk's
// own code before it shows. It takes seconds, so that CI can refuse a part that comes too early by mistake. esbuild links and shakes
// without Angular's optimiser, so its figures are not those of a host: `npm run bench -- size` measures these (goals 25 and 40 kB).
import linker from '@angular/compiler-cli/linker/babel';
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = import.meta.dirname;
// The linker's own Babel: others of the packages bring an older one.
const linkersPackages = createRequire(import.meta.resolve('@angular/compiler-cli/linker/babel'));
/** @type {typeof import('@babel/core')} */
const { transformAsync } = await import(pathToFileURL(linkersPackages.resolve('@babel/core')).href);
const angular = ['@angular/*', 'rxjs', 'rxjs/*', 'tslib'];

/**
 * Angular's linker, which a host's build runs over each package.
 *
 * @type {import('esbuild').Plugin}
 */
const linked = {
  name: 'linked',
  setup: ({ onLoad }) =>
    onLoad({ filter: /fesm2022[\\/].*\.mjs$/ }, async ({ path }) => {
      const result = await transformAsync(await readFile(path, 'utf8'), {
        filename: path,
        babelrc: false,
        configFile: false,
        compact: false,
        plugins: [linker],
      });
      return { contents: result?.code ?? '' };
    }),
};

/**
 * The files that a browser fetches at once where a page has these lines, and with the later parts that are named: not those
 * that are imported later.
 *
 * @param {string} name
 * @param {string} contents
 * @param {string[]} external
 * @param {string[]} later Names of the package's files without their hash.
 */
async function initialFiles(name, contents, external, later = []) {
  const outdir = join(root, '.cache/size-limit', name);
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, sourcefile: 'page.js' },
    outdir,
    external,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'error',
    define: { ngDevMode: 'false', ngJitMode: 'false' },
    plugins: [linked],
    // The sources' paths of tsconfig.json would stand for the packed library.
    tsconfigRaw: '{}',
  });
  /** @type {Set<string>} */
  const initial = new Set();
  /** @param {string} file */
  const take = (file) => {
    const output = metafile.outputs[file];
    if (output === undefined || initial.has(file)) return;
    initial.add(file);
    for (const { path, kind } of output.imports) if (kind === 'import-statement') take(path);
  };
  Object.entries(metafile.outputs).forEach(([file, { entryPoint = '' }]) => {
    if (entryPoint === 'page.js' || later.some((part) => entryPoint.includes(`/${part}-`))) take(file);
  });
  return [...initial];
}

const desk = "export { MediatelDesk } from 'mediatel-lib/desk';";
const notTheDesks = [
  ...angular,
  '@ngrx/*',
  'libphonenumber-js',
  'libphonenumber-js/*',
  ...['protocol', 'hub-protocol', 'ports', 'store'].map((room) => `mediatel-lib/${room}`),
];

export default [
  {
    name: 'a host’s first page: provideMediatel, NgRx included',
    path: await initialFiles(
      'host',
      `import { provideStore } from '@ngrx/store'; import { provideEffects } from '@ngrx/effects';
       import { provideMediatel } from 'mediatel-lib';
       console.log(provideStore, provideEffects, provideMediatel);`,
      angular,
    ),
    limit: '25 kB',
    gzip: true,
  },
  {
    name: 'the desk before it shows, without the packages and the store',
    path: await initialFiles('desk', desk, notTheDesks),
    limit: '54 kB',
    gzip: true,
  },
  {
    name: 'the desk until an operator can call, without the packages and the store',
    path: await initialFiles('usable', desk, notTheDesks, [
      'mediatel-lib-desk-soon-parts',
      'mediatel-lib-private-theme-theme-watch',
    ]),
    limit: '62 kB',
    gzip: true,
  },
];
