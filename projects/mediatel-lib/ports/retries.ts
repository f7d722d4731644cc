/** The shortest wait (ms) from a failed try to the next. */
export const minRetryDelay = 50;

/**
 * When to try a connection again.
 *
 * The duration of a failed try counts as part of the wait, so clients that began apart stay apart.
 */
export class Retries {
  #failures = 0;
  /** When the present try began; `null` without one, and after it has led to a connection. */
  #beganAt: number | null = null;
  readonly #delay: (failures: number) => number;
  readonly #now: () => number;

  /**
   * @param delay The wait (ms) by the number of failed tries in a row.
   * @param now Monotonic milliseconds.
   */
  constructor(delay: (failures: number) => number, now: () => number) {
    this.#delay = delay;
    this.#now = now;
  }

  /** Whether a try is in progress that has not led to a connection yet. */
  get isTrying(): boolean {
    return this.#beganAt !== null;
  }

  /** A try begins. */
  begin(): void {
    this.#beganAt = this.#now();
  }

  /** The connection is there, or somebody asks for it: earlier failures no longer count. */
  forget(): void {
    this.#failures = 0;
    this.#beganAt = null;
  }

  /** A try failed or a connection was lost: the time (ms) until the next try. */
  wait(): number {
    const waited = this.#beganAt === null ? 0 : this.#now() - this.#beganAt;
    const delay = this.#delay(this.#failures) - waited;
    this.#failures += 1;
    this.#beganAt = null;
    return Math.max(minRetryDelay, delay);
  }
}
