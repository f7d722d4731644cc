/** Seconds' worth of work in a burst: a page that wakes from sleep sends many messages at once. */
const burstSeconds = 4;

/** How many budgets are kept before the idle ones are dropped. */
const mostIdle = 1000;

/**
 * The CPU time that this thread has used, in milliseconds. Time in which the machine works for others does not count.
 */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Real time and used CPU time, in milliseconds. */
export interface WorkClocks {
  readonly now: () => number;
  readonly worked: () => number;
}

const realClocks: WorkClocks = { now: () => performance.now(), worked: threadMs };

/**
 * What one operator's messages may cost the server, on all sockets together: a bucket of CPU time that fills steadily.
 */
export class WorkBudget {
  #left: number;
  #filledAt: number;
  readonly #perSecond: number;
  readonly #clocks: WorkClocks;

  constructor(perSecond: number, clocks: WorkClocks = realClocks) {
    this.#perSecond = perSecond;
    this.#clocks = clocks;
    this.#left = perSecond * burstSeconds;
    this.#filledAt = clocks.now();
  }

  get exhausted(): boolean {
    return this.#fill() <= 0;
  }

  get idle(): boolean {
    return this.#fill() >= this.#perSecond * burstSeconds;
  }

  spend(ms: number): void {
    this.#left = this.#fill() - ms;
  }

  /** Does the work and charges the time it took, even if it throws. */
  charge(work: () => void): void {
    const before = this.#clocks.worked();
    try {
      work();
    } finally {
      this.spend(this.#clocks.worked() - before);
    }
  }

  #fill(): number {
    const at = this.#clocks.now();
    this.#left = Math.min(
      this.#perSecond * burstSeconds,
      this.#left + ((at - this.#filledAt) / 1000) * this.#perSecond,
    );
    this.#filledAt = at;
    return this.#left;
  }
}

/** The budgets by identity. All sockets of an identity share one. */
export class WorkBudgets {
  readonly #byIdentity = new Map<string, WorkBudget>();
  readonly #clocks: WorkClocks;

  constructor(
    /** CPU time that one identity may take in each second (ms). */
    readonly msPerSecond: number,
    clocks: WorkClocks = realClocks,
  ) {
    this.#clocks = clocks;
  }

  /** The identity's budget. Without an identity each socket gets one of its own. */
  of(identity: string | undefined): WorkBudget {
    if (identity === undefined) return new WorkBudget(this.msPerSecond, this.#clocks);
    const known = this.#byIdentity.get(identity);
    if (known) return known;
    if (this.#byIdentity.size >= mostIdle) this.#forgetIdle();
    const budget = new WorkBudget(this.msPerSecond, this.#clocks);
    this.#byIdentity.set(identity, budget);
    return budget;
  }

  /** A full budget is the same as a new one. */
  #forgetIdle(): void {
    for (const [identity, budget] of this.#byIdentity) if (budget.idle) this.#byIdentity.delete(identity);
  }
}
