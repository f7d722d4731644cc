// Runs the tests of one spec that Jest has loaded, one at a time and as often as wanted.

/** @typedef {import('@jest/types').Circus.TestEntry} TestEntry */
/** @typedef {import('@jest/types').Circus.State} State */

/** Longer than any unit test takes. Milliseconds. */
const longest = 10_000;

class Overtime extends Error {}

/** @param {unknown} fn @param {unknown} context @param {number} limit */
async function runWithin(fn, context, limit) {
  let timer;
  const isOver = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Overtime()), limit);
  });
  try {
    const ended =
      fn.length > 0
        ? new Promise((resolve, reject) => fn.call(context, (error) => (error ? reject(error) : resolve(undefined))))
        : fn.call(context);
    await Promise.race([ended, isOver]);
  } finally {
    clearTimeout(timer);
  }
}

/** From the outermost block to the test's own. @param {TestEntry} test */
function blocksOf(test) {
  const blocks = [];
  for (let block = test.parent; block; block = block.parent) blocks.unshift(block);
  return blocks;
}

/** @param {import('@jest/types').Circus.DescribeBlock} block @param {string} type */
const hooksOf = (block, type) => block.hooks.filter((hook) => hook.type === type);

/** Uncaught errors, such as those of a timer. @param {State} state */
function takeUncaught(state) {
  const count = state.unhandledErrors.length + state.unhandledRejectionErrorByPromise.size;
  state.unhandledErrors.length = 0;
  state.unhandledRejectionErrorByPromise.clear();
  return count;
}

export class Rehearsal {
  /** @param {State} state */
  constructor(state) {
    this.state = state;
    /** @type {TestEntry[]} */
    this.tests = [];
    /** @type {import('@jest/types').Circus.DescribeBlock[]} */
    this.blocks = [];
    this.#collect(state.rootDescribeBlock);
  }

  #collect(block) {
    this.blocks.push(block);
    for (const child of block.children) {
      if (child.type === 'describeBlock') this.#collect(child);
      else if (child.mode !== 'skip' && child.mode !== 'todo') this.tests.push(child);
    }
  }

  async beforeAll() {
    for (const block of this.blocks) for (const { fn } of hooksOf(block, 'beforeAll')) await runWithin(fn, {}, longest);
  }

  async afterAll() {
    for (const block of this.blocks.toReversed())
      for (const { fn } of hooksOf(block, 'afterAll')) await runWithin(fn, {}, longest);
  }

  /** Whether the test passes. @param {TestEntry} test @returns {Promise<'passed' | 'failed' | 'timedOut'>} */
  async run(test, limit = longest) {
    takeUncaught(this.state);
    const context = {};
    const blocks = blocksOf(test);
    /** @type {'passed' | 'failed' | 'timedOut'} */
    let outcome = 'passed';
    const noted = async (fn) => {
      try {
        await runWithin(fn, context, limit);
      } catch (error) {
        if (outcome === 'passed') outcome = error instanceof Overtime ? 'timedOut' : 'failed';
      }
    };
    for (const { fn } of blocks.flatMap((block) => hooksOf(block, 'beforeEach'))) await noted(fn);
    if (outcome === 'passed') await noted(test.fn);
    for (const { fn } of blocks.toReversed().flatMap((block) => hooksOf(block, 'afterEach'))) await noted(fn);
    // Node reports an uncaught rejection when the microtasks are done.
    await new Promise((resolve) => setImmediate(resolve));
    return takeUncaught(this.state) > 0 && outcome === 'passed' ? 'failed' : outcome;
  }
}
