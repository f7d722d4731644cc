// `npm run lint`; with `types` `npm run typecheck`, with `circles` `npm run circles`. Every part runs to its end, so
// that one run shows everything that is wrong.
import { availableParallelism } from 'node:os';
import { run } from './start/run.js';
import { inRoot, ownNode } from './start/places.js';
import { circleCheck } from './circles.js';

const projects = [
  'projects/mediatel-lib/tsconfig.spec.json',
  'projects/demo-app/tsconfig.spec.json',
  'projects/host-tests',
  'projects/server-kit',
  'projects/test-kit',
  'projects/training-kit',
  'projects/training-server',
  'projects/supervisor-hub',
  'projects/probe',
  'e2e',
  'bench',
  'orders',
  'tools',
];

/** @type {string[][]} */
const types = projects.map((project) => ['typescript/bin/tsc', '-p', project]);
/** @type {string[][]} */
const style = [
  ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  ['stylelint/bin/stylelint.mjs', 'projects/**/*.scss'],
  ['knip/bin/knip.js', '--no-progress'],
  ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
];

/** @type {string[][]} */
const circles = [circleCheck()];
/** @type {Readonly<Record<string, string[][]>>} */
const parts = { types, circles };

const wanted = parts[process.argv[2] ?? ''] ?? [...style, ...circles, ...types];
/** @type {string[]} */
const failed = [];
const left = [...wanted];

/** Runs one part after the other. Each is a process on one core; what it prints comes in one piece. */
async function worker() {
  for (let part = left.shift(); part !== undefined; part = left.shift()) {
    const [program = '', ...args] = part;
    /** @type {string[]} */
    const printed = [];
    const code = await run(ownNode, [inRoot('node_modules', program), ...args], { line: (text) => printed.push(text) });
    if (printed.length > 0) console.log(printed.join('\n'));
    if (code !== 0) failed.push([program.split('/', 1)[0], ...args].join(' '));
  }
}

await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
for (const part of failed) console.error(`failed: ${part}`);
process.exitCode = failed.length > 0 ? 1 : 0;
