// Which tests are alike for a mutant: those that pass the same places of its file, in about as many steps. After some
// of them the next one shows nothing new.

/** How many alike tests are run. */
const enough = 5;

export class Likeness {
  /** @type {Map<string, number>} */
  #seen = new Map();
  /** @type {WeakMap<Set<string>, Map<string, string>>} */
  #ways = new WeakMap();

  /**
   * Whether a test that passed all these places, in this many steps, is to be run for the mutant. Counts it.
   *
   * @param {string} id @param {string} file @param {Set<string>} met @param {number} steps
   */
  isWanted(id, file, met, steps) {
    const key = `${id} ${steps} ${this.#way(file, met)}`;
    const seen = this.#seen.get(key) ?? 0;
    this.#seen.set(key, seen + 1);
    return seen < enough;
  }

  /** The test's way through the file. @param {string} file @param {Set<string>} met */
  #way(file, met) {
    const ways = this.#ways.get(met) ?? new Map();
    this.#ways.set(met, ways);
    const known = ways.get(file);
    if (known !== undefined) return known;
    const way = [...met]
      .filter((id) => id.startsWith(`${file}#`))
      .sort()
      .join();
    ways.set(file, way);
    return way;
  }
}
