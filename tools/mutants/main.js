// `npm run mutants -- FILES`: puts small defects into the files, one at a time and in memory, and lists those that no
// test of their room notices.
import { globSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from '../start/places.js';
import { mutantsOf } from './mutants-of.js';
import { roomOf } from './room-of.js';
import { sample } from './sample.js';
import { countsOf, leastScore, lineOf, rowOf } from './summary.js';
import { tryMutants } from './try-mutants.js';

const usage = `npm run mutants -- [--sample N] [--seed N] [--all] FILE|FOLDER …
  --sample N  at most so many mutants of each file (60)
  --seed N    which of them (1)
  --all       all of them`;

/** The given files, and those in the given folders, without specs. @param {string[]} names */
function filesOf(names) {
  const paths = names.flatMap((name) => {
    const path = resolve(name);
    return statSync(path).isDirectory() ? globSync(`${path}/**/*.ts`) : [path];
  });
  return [...new Set(paths)]
    .filter((path) => !/\.(spec|cluster)\.ts$/.test(path))
    .map((path) => relative(root, path).replaceAll('\\', '/'));
}

/** @param {string[]} files @param {number} most @param {number} seed */
async function tryRoom(files, most, seed) {
  const chosen = files.flatMap((file) => {
    const { mutants } = mutantsOf(file, readFileSync(inRoot(file), 'utf8'));
    return sample(mutants, most, seed).map((mutant) => ({ ...mutant, file, outcome: '' }));
  });
  const byId = new Map(chosen.map((mutant) => [mutant.id, mutant]));
  let done = 0;
  await tryMutants(files, [...byId.keys()], ({ id, outcome, unfit }) => {
    if (unfit) console.error(`left out: ${unfit.replace(root, '')}`);
    const mutant = id && byId.get(id);
    if (!mutant) return;
    mutant.outcome = outcome ?? '';
    if (++done % 25 === 0) console.error(`${done} of ${byId.size} mutants of ${roomOf(files[0] ?? '')}`);
  });
  return chosen;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      all: { type: 'boolean', default: false },
    },
  });
  const files = filesOf(positionals);
  if (files.length === 0) throw new Error(usage);
  const most = values.all ? Infinity : Number(values.sample);
  const rooms = Map.groupBy(files, roomOf);
  const tried = [];
  for (const room of rooms.values()) tried.push(...(await tryRoom(room, most, Number(values.seed))));
  for (const { outcome, ...mutant } of tried)
    if (outcome === 'survived' || outcome === 'unmet') console.log(lineOf({ ...mutant, outcome }));
  console.log('');
  for (const file of files)
    console.log(
      rowOf(
        file,
        tried.filter((mutant) => mutant.file === file),
      ),
    );
  for (const [room, its] of rooms)
    if (its.length > 1)
      console.log(
        rowOf(
          `${room}/`,
          tried.filter(({ file }) => its.includes(file)),
        ),
      );
  process.exitCode = countsOf(tried).score < leastScore ? 1 : 0;
}

await main();
