// Tries one room's mutants in one process. Reports what it begins and how it ends, so that its parent sees where it
// hangs.
import { runCLI } from 'jest';
import { inRoot } from '../start/places.js';
import { Likeness } from './likeness.js';

/**
 * A mutant of code that runs at loading costs a run of its own: only this many specs, those that execute its file most.
 */
const mostSpecs = 3;

/** Milliseconds of tests for each mutant. What is not killed then has survived. */
const longestSearch = 8_000;

/** @param {object} message */
const say = (message) => process.send?.(message);

/** @param {string[]} names @param {object} options */
const runJest = (names, options) =>
  runCLI(
    {
      $0: '',
      _: names,
      config: inRoot('tools/mutants/jest.mutants.js'),
      testSequencer: inRoot('tools/mutants/nearest-first.js'),
      runInBand: true,
      silent: true,
      reporters: [],
      bail: 0,
      passWithNoTests: true,
      watchman: false,
      ...options,
    },
    [process.cwd()],
  );

const fileOf = (id) => id.slice(0, id.indexOf('#'));
const isBeside = (spec, id) => spec.endsWith(fileOf(id).replace(/\.ts$/, '.spec.ts'));

/** Specs, by how often their tests execute a file. @type {Map<string, Map<string, number>>} */
const visits = new Map();
/** @type {Set<string>} */
const atLoad = new Set();
/** Tests that fail without a mutant. @type {Set<string>} */
const unfit = new Set();
/** How often tests failed after a mutant and without it. @type {Map<string, number>} */
const stains = new Map();
/** After this many times the test itself can't be run alone; the mutants are not the cause. */
const mostStains = 3;
/** How often a room's specs are loaded again for the remaining mutants. */
const mostRounds = 6;
/** Mutants that need freshly loaded modules, and the spec that showed it. @type {Map<string, string>} */
const apart = new Map();

/** @param {string[]} ids */
async function live(ids) {
  const alive = new Set(ids);
  const survived = new Set();
  /** Specs whose modules a mutant left in disorder. They are loaded again for the remaining mutants. */
  let again = new Set();
  const likeness = new Likeness();
  /** @type {Map<string, number>} */
  const spent = new Map();
  const plan = {
    loadWith: null,
    alive: () => [...alive],
    begin: (id) => say({ begin: id }),
    end: (id, outcome, spec) => {
      if (outcome === 'survived') return void survived.add(id);
      alive.delete(id);
      if (outcome !== 'stained') return say({ id, outcome });
      apart.set(id, spec);
      again.add(spec);
    },
    isWanted: (spec, id, { met, steps }) => isBeside(spec, id) || likeness.isWanted(id, fileOf(id), met, steps),
    hasTime: (id, time) => {
      spent.set(id, (spent.get(id) ?? 0) + time);
      return (spent.get(id) ?? 0) < longestSearch;
    },
    isNeedy: (spec, name) => (stains.get(`${spec} › ${name}`) ?? 0) >= mostStains,
    stained: (spec, name) => stains.set(`${spec} › ${name}`, (stains.get(`${spec} › ${name}`) ?? 0) + 1),
    met: (spec, loaded, trials) => {
      for (const id of loaded) atLoad.add(id);
      for (const id of [...loaded, ...trials.flatMap(({ met }) => [...met])]) {
        const specs = ofFile(fileOf(id));
        specs.set(spec, (specs.get(spec) ?? 0) + 1);
      }
      say({ spec });
    },
  };
  await withPlan(plan, () => runJest(process.env['MUTANTS_OF'].split(','), { findRelatedTests: true }));
  for (let round = 0; round < mostRounds && again.size > 0 && alive.size > 0; round++) {
    const specs = [...again];
    again = new Set();
    await withPlan(plan, () => runJest(specs, { runTestsByPath: true }));
  }
  return { alive, survived };
}

/** @param {string} file */
function ofFile(file) {
  const specs = visits.get(file) ?? new Map();
  visits.set(file, specs);
  return specs;
}

/** @param {string} id */
async function atLoading(id) {
  const specs = [...ofFile(fileOf(id))].sort((a, b) => rank(id, b) - rank(id, a)).map(([spec]) => spec);
  for (const spec of specs.slice(0, mostSpecs)) {
    say({ begin: id });
    let outcome = 'killed';
    const plan = { loadWith: id, loaded: (ended) => (outcome = ended) };
    await withPlan(plan, () => runJest([spec], { runTestsByPath: true }), false);
    if (outcome !== 'survived') return outcome;
  }
  return 'survived';
}

/** @param {string} id @param {[string, number]} spec */
const rank = (id, [spec, times]) => (isBeside(spec, id) || apart.get(id) === spec ? Number.MAX_SAFE_INTEGER : times);

/** @param {object} plan @param {() => Promise<any>} run @param {boolean} [mustLoad] */
async function withPlan(plan, run, mustLoad = true) {
  globalThis[Symbol.for('mediatel.mutants')] = {
    ...plan,
    isUnfit: (spec, name) => unfit.has(`${spec} › ${name}`),
    unfit: (spec, name, why) => {
      if (!unfit.has(`${spec} › ${name}`)) say({ unfit: `${spec} › ${name}: ${why}` });
      unfit.add(`${spec} › ${name}`);
    },
  };
  const { results } = await run();
  const broken = mustLoad && results.testResults.find(({ failureMessage }) => failureMessage);
  if (broken) throw new Error(`${broken.testFilePath}:\n${broken.failureMessage}`);
}

/** @param {string[]} ids */
async function tryAll(ids) {
  const { alive, survived } = await live(ids);
  const isSlow = (id) => atLoad.has(id) || apart.has(id);
  for (const id of alive) if (!isSlow(id)) say({ id, outcome: survived.has(id) ? 'survived' : 'unmet' });
  for (const id of [...alive, ...apart.keys()]) if (isSlow(id)) say({ id, outcome: await atLoading(id) });
}

process.once('message', async (ids) => {
  const trouble = await tryAll(ids).then(
    () => null,
    (error) => String(error.message),
  );
  process.send?.({ done: true, trouble }, () => process.exit(0));
});

// Without its parent nobody receives its results.
process.once('disconnect', () => process.exit(1));
