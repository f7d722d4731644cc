/** A rate limit: allows `rate` a second, and `burst` at once. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly rate: number,
    private readonly burst: number,
    /** Milliseconds of a monotonic clock. */
    private readonly elapsed: () => number,
  ) {
    this.tokens = burst;
    this.filledAt = elapsed();
  }

  /** Whether one more may pass. Counts it. */
  take(): boolean {
    if (this.fill() < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** Whether nothing was taken that has not been allowed anew. */
  get isFull(): boolean {
    return this.fill() >= this.burst;
  }

  private fill(): number {
    const at = this.elapsed();
    this.tokens = Math.min(this.burst, this.tokens + ((at - this.filledAt) / 1000) * this.rate);
    this.filledAt = at;
    return this.tokens;
  }
}
