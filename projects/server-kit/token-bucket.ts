/** A rate limit: allows `rate` a second, and `burst` at once. */
export class TokenBucket {
  #tokens: number;
  #filledAt: number;
  readonly #rate: number;
  readonly #burst: number;
  /** Milliseconds of a monotonic clock. */
  readonly #elapsed: () => number;

  constructor(rate: number, burst: number, elapsed: () => number) {
    this.#rate = rate;
    this.#burst = burst;
    this.#elapsed = elapsed;
    this.#tokens = burst;
    this.#filledAt = elapsed();
  }

  /** Whether one more may pass. Counts it. */
  take(): boolean {
    if (this.#fill() < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Whether the whole burst is allowed again. */
  get isFull(): boolean {
    return this.#fill() >= this.#burst;
  }

  #fill(): number {
    const at = this.#elapsed();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((at - this.#filledAt) / 1000) * this.#rate);
    this.#filledAt = at;
    return this.#tokens;
  }
}
