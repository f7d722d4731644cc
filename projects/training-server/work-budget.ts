/** How many seconds' worth may be spent at once: a page that comes back from sleep has much to say. */
const burstSeconds = 4;

/** Kept so many before the idle ones are forgotten. */
const mostIdle = 1000;

/** The CPU time that this thread has used. Time in which the machine works for others does not count. Milliseconds. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export interface WorkClocks {
  readonly now: () => number;
  readonly worked: () => number;
}

const realClocks: WorkClocks = { now: () => performance.now(), worked: threadMs };

/** What one operator's messages may cost the server, over all sockets together: a bucket of CPU time that fills up steadily. */
export class WorkBudget {
  private left: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    private readonly clocks: WorkClocks = realClocks,
  ) {
    this.left = perSecond * burstSeconds;
    this.filledAt = clocks.now();
  }

  get exhausted(): boolean {
    return this.fill() <= 0;
  }

  get idle(): boolean {
    return this.fill() >= this.perSecond * burstSeconds;
  }

  spend(ms: number): void {
    this.left = this.fill() - ms;
  }

  /** Does the work and charges what it took, also where it throws. */
  charge(work: () => void): void {
    const before = this.clocks.worked();
    try {
      work();
    } finally {
      this.spend(this.clocks.worked() - before);
    }
  }

  private fill(): number {
    const at = this.clocks.now();
    this.left = Math.min(this.perSecond * burstSeconds, this.left + ((at - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = at;
    return this.left;
  }
}

/** The budgets by identity. Whoever opens another socket has the same one. */
export class WorkBudgets {
  private readonly byIdentity = new Map<string, WorkBudget>();

  constructor(
    /** Milliseconds of CPU time that one identity may take of each second. */
    readonly msPerSecond: number,
    private readonly clocks: WorkClocks = realClocks,
  ) {}

  /** The identity's; one of its own for each socket of nobody in particular. */
  of(identity: string | undefined): WorkBudget {
    if (identity === undefined) return new WorkBudget(this.msPerSecond, this.clocks);
    const known = this.byIdentity.get(identity);
    if (known) return known;
    if (this.byIdentity.size >= mostIdle) this.forgetIdle();
    const budget = new WorkBudget(this.msPerSecond, this.clocks);
    this.byIdentity.set(identity, budget);
    return budget;
  }

  /** A full budget is as good as a new one. */
  private forgetIdle(): void {
    for (const [identity, budget] of this.byIdentity) if (budget.idle) this.byIdentity.delete(identity);
  }
}
