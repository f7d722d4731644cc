// Which mutant is chosen, and which mutants were met.

/** A mutant keeps the code from ending. */
export class Endless extends Error {}

export class Switchboard {
  /** @type {string | null} */
  chosen = null;
  /** @type {Set<string>} */
  met = new Set();
  steps = 0;
  allowedSteps = Infinity;

  /** @param {string} id */
  isChosen(id) {
    if (this.chosen === null) this.met.add(id);
    if (++this.steps > this.allowedSteps) throw new Endless('The mutant runs on and on.');
    return id === this.chosen;
  }

  /** Starts counting. @param {string | null} chosen @param {number} [allowedSteps] */
  begin(chosen, allowedSteps = Infinity) {
    this.chosen = chosen;
    this.met = new Set();
    this.steps = 0;
    this.allowedSteps = allowedSteps;
  }
}
