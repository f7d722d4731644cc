/** What the schematic could not do, and what to write instead. */
interface ByHand {
  /** Why the schematic left it. One line, without a full stop. */
  readonly why: string;
  /** What to write: lines of text or code. */
  readonly write: readonly string[];
}

/** Collects what a run did and what it left to the person. */
export class Notes {
  readonly #done: string[] = [];
  readonly #byHand: ByHand[] = [];

  /** What was done, one line each. */
  get done(): readonly string[] {
    return this.#done;
  }

  /** What is left to the person. */
  get byHand(): readonly ByHand[] {
    return this.#byHand;
  }

  /** Notes a step that changed something. */
  did(line: string): void {
    this.#done.push(line);
  }

  /** Notes a step that the person has to do. */
  leave(why: string, ...write: readonly string[]): void {
    this.#byHand.push({ why, write });
  }
}
