// A Jest environment that runs a spec not once, but once for each mutant that its tests meet.
import { Rehearsal } from './rehearsal.js';
import { Endless, Switchboard } from './switchboard.js';

/** What the worker wants to know of each spec. Both are in one process. */
const plan = () => globalThis[Symbol.for('mediatel.mutants')];

/** Milliseconds. A test that takes longer runs to its end, but is not run for mutants. */
const slow = 3_000;
const longestTrial = 45_000;

/** How many more steps than without a mutant a test may take when it loops. */
const patience = 50;
const leastSteps = 200_000;
/** How much longer than without a mutant a test may take when it waits. Milliseconds. */
const leastPatience = 2_000;

/** @param {new (...args: any[]) => any} Base */
export const withMutants = (Base) =>
  class extends Base {
    constructor(config, context) {
      super(config, context);
      this.board = new Switchboard();
      this.board.begin(plan().loadWith);
      const { board } = this;
      this.global.__mutant = (id) => board.isChosen(id);
      this.spec = context.testPath;
    }

    async handleTestEvent(event, state) {
      await super.handleTestEvent?.(event, state);
      if (event.name !== 'run_start') return;
      const rehearsal = new Rehearsal(state);
      if (plan().loadWith === null) await this.#live(rehearsal);
      else await this.#loaded(rehearsal);
      // Jest itself has nothing left to run.
      for (const test of rehearsal.tests) test.mode = 'skip';
    }

    /** The tests that pass here too, and fast enough to be run for each mutant. */
    async #trials(rehearsal) {
      const trials = [];
      for (const test of rehearsal.tests) {
        if (plan().isUnfit(this.spec, nameOf(test))) continue;
        this.board.begin(null);
        const start = performance.now();
        const outcome = await rehearsal.run(test, longestTrial);
        const { met, steps } = this.board;
        const time = performance.now() - start;
        if (outcome === 'passed' && time < slow) trials.push({ test, met, steps, time });
        else plan().unfit(this.spec, nameOf(test), outcome === 'passed' ? `takes ${Math.round(time)} ms` : outcome);
      }
      // Fast tests first: most mutants need only one.
      return trials.sort((a, b) => a.time - b.time);
    }

    async #live(rehearsal) {
      if (plan().alive().length === 0) return;
      await rehearsal.beforeAll();
      const atLoad = this.board.met;
      const trials = await this.#trials(rehearsal);
      plan().met(this.spec, atLoad, trials);
      for (const id of plan().alive()) {
        const covering = trials.filter(({ met }) => met.has(id));
        if (covering.length === 0) continue;
        plan().begin(id);
        const outcome = await this.#outcomeOf(id, covering, rehearsal);
        plan().end(id, outcome, this.spec);
        if (outcome === 'stained') break;
      }
      this.board.begin(null);
      await rehearsal.afterAll().catch(() => undefined);
    }

    async #outcomeOf(id, covering, rehearsal) {
      for (const { test, met, steps, time } of covering) {
        if (plan().isNeedy(this.spec, nameOf(test)) || !plan().isWanted(this.spec, id, { met, steps })) continue;
        if (!plan().hasTime(id, time)) break;
        this.board.begin(id, Math.max(leastSteps, steps * patience));
        const outcome = await rehearsal.run(test, leastPatience + time * 5);
        const isEndless = this.board.steps > this.board.allowedSteps;
        if (outcome === 'passed') continue;
        // A test that now fails without a mutant proves nothing: the mutant left something behind, or the test needs
        // those before it.
        this.board.begin(null);
        if ((await rehearsal.run(test)) === 'passed')
          return isEndless || outcome === 'timedOut' ? 'timedOut' : 'killed';
        plan().stained(this.spec, nameOf(test));
        return 'stained';
      }
      return 'survived';
    }

    /** For code that runs while modules load: the mutant is chosen before loading, for this one run. */
    async #loaded(rehearsal) {
      this.board.allowedSteps = 5_000_000;
      let outcome = 'survived';
      try {
        await rehearsal.beforeAll();
      } catch (error) {
        outcome = error instanceof Endless ? 'timedOut' : 'killed';
      }
      for (const test of rehearsal.tests) {
        if (outcome !== 'survived') break;
        if (plan().isUnfit(this.spec, nameOf(test))) continue;
        const ended = await rehearsal.run(test);
        if (ended !== 'passed') outcome = ended === 'failed' ? 'killed' : ended;
      }
      plan().loaded(outcome);
      await rehearsal.afterAll().catch(() => undefined);
    }
  };

/** @param {import('@jest/types').Circus.TestEntry} test */
function nameOf(test) {
  const names = [test.name];
  for (let block = test.parent; block?.parent; block = block.parent) names.unshift(block.name);
  return names.join(' › ');
}
