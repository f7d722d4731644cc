// Compares each entry point's public API with its golden (projects/mediatel-lib/goldens/<room>.api.md); a private one has
// none. `npm run api` checks; `npm run api -- --update` writes the goldens. Reads the types that `ng build mediatel-lib`
// wrote.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const update = process.argv.includes('--update');
const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist/mediatel-lib');
const goldens = join(root, 'projects/mediatel-lib/goldens');
const scratch = join(root, '.cache/api');

if (!existsSync(join(dist, 'package.json'))) {
  console.error('api: dist/mediatel-lib is missing: run `npm run build:lib` first');
  process.exit(1);
}
mkdirSync(goldens, { recursive: true });
mkdirSync(scratch, { recursive: true });

const { exports } = JSON.parse(readFileSync(join(dist, 'package.json'), 'utf8'));
// A word, or the name of a type without arguments.
const member = '(?:"[^"\\n]*"|[A-Za-z_$][\\w$]*(?![\\w$.<[(]))';
const unions = new RegExp(`(?<![\\w$.] ?)${member}(?: \\| ${member})+`, 'g');

/**
 * TypeScript writes the members of unions and mapped types in the order in which it met them. That depends on what it
 * compiled before, so the order is no part of the API.
 *
 * @param {string} report
 */
const withSortedUnions = (report) =>
  report.replace(unions, (union) => (union.includes('"') ? union.split(' | ').sort().join(' | ') : union));

/** @param {string} report */
const regardlessOfOrder = (report) => withSortedUnions(report).split('\n').sort().join('\n');

/**
 * Types in a public signature that this entry point does not export. Another one may: a type needs one door.
 *
 * @type {{ name: string; symbol: string }[]}
 */
const forgotten = [];
/** @type {{ name: string; symbol: string; at: string }[]} */
const undocumented = [];
/** @type {Set<string>} */
const exported = new Set();
/** @type {Map<string, string[]>} */
const texts = new Map();
/** @param {import('@microsoft/api-extractor').ExtractorMessage} message */
function lineOf({ sourceFilePath: file = '', sourceFileLine: line = 0 }) {
  if (!texts.has(file)) texts.set(file, existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return texts.get(file)?.[line - 1] ?? '';
}
/**
 * Protected members of a component are for its template, not for a host.
 *
 * @param {import('@microsoft/api-extractor').ExtractorMessage} message
 */
const isProtected = (message) => /^\s*protected /.test(lineOf(message));
/** @param {import('@microsoft/api-extractor').ExtractorMessage} message */
const placeOf = (message) => lineOf(message).trim();

/** @type {Map<string, string>} */
const reports = new Map();
/**
 * Whether the report of an entry point shows the type elsewhere than in a protected member or in what Angular generates.
 *
 * @param {string} name
 * @param {string} symbol
 */
const isPublicIn = (name, symbol) =>
  (reports.get(name) ?? '')
    .split('\n')
    .some((line) => new RegExp(`\\b${symbol}\\b`).test(line) && !/^\s*(\/\/|import |protected |static ɵ)/.test(line));

let differing = 0;
let checked = 0;

for (const [entry, { types }] of Object.entries(exports)) {
  if (!types || entry.startsWith('./private/')) continue;
  const name = entry === '.' ? 'mediatel-lib' : entry.slice(2);
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(dist, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(dist, types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'ES2022',
            moduleResolution: 'bundler',
            target: 'ES2022',
            lib: ['ES2023', 'DOM', 'DOM.Iterable'],
            types: [],
            skipLibCheck: true,
            strict: true,
            paths: {
              'mediatel-lib/private/*': ['./dist/mediatel-lib/types/mediatel-lib-private-*.d.ts'],
              'mediatel-lib/*': ['./dist/mediatel-lib/types/mediatel-lib-*.d.ts'],
            },
            baseUrl: root,
          },
          files: [join(dist, types)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: goldens,
        reportTempFolder: scratch,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'none' },
          'ae-forgotten-export': { logLevel: 'error' },
          'ae-undocumented': { logLevel: 'error' },
        },
        compilerMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  Extractor.invoke(config, {
    localBuild: false,
    showVerboseMessages: false,
    messageCallback: (m) => {
      m.handled = true;
      const [, symbol = ''] = /"([^"]+)"/.exec(m.text) ?? [];
      if (m.messageId === 'ae-forgotten-export') forgotten.push({ name, symbol });
      else if (m.messageId === 'ae-undocumented' && !symbol.startsWith('ɵ') && !isProtected(m)) {
        undocumented.push({ name, symbol, at: placeOf(m) });
      }
    },
  });
  const report = withSortedUnions(readFileSync(join(scratch, `${name}.api.md`), 'utf8'));
  for (const [, symbol = ''] of report.matchAll(
    /^export (?:declare |abstract |const |class |type |interface |function )+(\w+)/gm,
  )) {
    exported.add(symbol);
  }
  reports.set(name, report);
  const golden = join(goldens, `${name}.api.md`);
  const before = existsSync(golden) ? readFileSync(golden, 'utf8') : null;
  checked++;
  if (before !== null && regardlessOfOrder(before) === regardlessOfOrder(report)) continue;
  if (update) {
    writeFileSync(golden, report);
    console.log(`api: ${name} written`);
  } else {
    differing++;
    const api = `the public API of ${entry === '.' ? name : `mediatel-lib/${name}`}`;
    console.error(before === null ? `api: the golden of ${api} is missing` : `api: ${api} differs from its golden`);
  }
}
// Angular's compiler names the modules of host directives so; a host never writes these names.
const isCompilers = (/** @type {string} */ symbol) => /^i\d+(\$\d+)?$/.test(symbol);
const unreachable = forgotten.filter(
  ({ name, symbol }) => !exported.has(symbol) && !isCompilers(symbol) && isPublicIn(name, symbol),
);
for (const { name, symbol } of unreachable) console.error(`api: ${name}: ${symbol} is used but not exported`);
for (const { name, symbol, at } of undocumented) console.error(`api: ${name}: ${symbol} has no doc comment: ${at}`);
if (differing > 0) {
  console.error(
    'api: look at the change with `npm run api -- --update` and `git diff`, and commit the goldens if it is meant',
  );
  process.exit(1);
}
if (unreachable.length + undocumented.length > 0) process.exit(1);
console.log(`api: ${checked} entry points match their goldens`);
