// Jest's environment in which a spec is not run once, but once for each mutant that its tests meet.
import { Rehearsal } from './rehearsal.js';
import { Endless, Switchboard } from './switchboard.js';

/** What the worker wants of each spec; both live in one process. */
const plan = () => globalThis[Symbol.for('mediatel.mutants')];

/** A test that loops for itself may take that many steps more than without a mutant. */
const patience = 50;
const leastSteps = 200_000;

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

    /** Tests that can't be run alone, or twice, show nothing. */
    async #trials(rehearsal) {
      const trials = [];
      for (const test of rehearsal.tests) {
        this.board.begin(null);
        const start = performance.now();
        const outcome = await rehearsal.run(test);
        const { met, steps } = this.board;
        if (outcome === 'passed') trials.push({ test, met, steps, time: performance.now() - start });
        else plan().unfit(this.spec, nameOf(test));
      }
      // The quick ones first: most mutants need only one.
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
        plan().end(id, outcome);
      }
      this.board.begin(null);
      await rehearsal.afterAll().catch(() => undefined);
    }

    async #outcomeOf(id, covering, rehearsal) {
      for (const { test, steps, time } of covering) {
        if (plan().isUnfit(this.spec, nameOf(test))) continue;
        this.board.begin(id, Math.max(leastSteps, steps * patience));
        const outcome = await rehearsal.run(test, 1_000 + time * 5);
        const isEndless = this.board.steps > this.board.allowedSteps;
        if (outcome === 'passed') continue;
        // A test that then fails without a mutant does not show this one: it needs those before it.
        this.board.begin(null);
        if ((await rehearsal.run(test)) !== 'passed') plan().unfit(this.spec, nameOf(test));
        else return isEndless ? 'timedOut' : outcome === 'failed' ? 'killed' : outcome;
      }
      return 'survived';
    }

    /** For what is read while modules load: the mutant is chosen from the beginning, for this one run. */
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

/** @param {import('jest-circus').Circus.TestEntry} test */
function nameOf(test) {
  const names = [test.name];
  for (let block = test.parent; block?.parent; block = block.parent) names.unshift(block.name);
  return names.join(' › ');
}
