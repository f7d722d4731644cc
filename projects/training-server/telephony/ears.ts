import type { SoundingEar } from './sounding-ear';

/** The trainers' legs at one extension. They attend the call that began last; when it is over, the one before. */
export class Ears {
  readonly #ears = new Set<SoundingEar>();
  readonly #calls: object[] = [];

  add(ear: SoundingEar): void {
    this.#ears.add(ear);
  }

  remove(ear: SoundingEar): void {
    this.#ears.delete(ear);
  }

  begin(call: object): void {
    this.#calls.push(call);
  }

  end(call: object): void {
    const at = this.#calls.indexOf(call);
    if (at >= 0) this.#calls.splice(at, 1);
  }

  /** Whether anybody attends this call. Each call looks at every frame. */
  attend(call: object): boolean {
    return this.#ears.size > 0 && this.#calls.at(-1) === call;
  }

  /** In the order in which they came. */
  all(): Iterable<SoundingEar> {
    return this.#ears;
  }
}
