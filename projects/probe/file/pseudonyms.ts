/** Numbers in place of ids: the same id gets the same number. */
export class Pseudonyms {
  readonly #known = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  /** The number of an id of a kind, from 1. */
  of(kind: string, id: string): number {
    const key = `${kind} ${id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const next = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, next);
    this.#known.set(key, next);
    return next;
  }
}
