/** The owner of a timer. The timers of a hung tab wait until it wakes. */
export interface TimerOwner {
  readonly hangs: boolean;
  readonly closed: boolean;
}

interface Timer {
  readonly id: number;
  readonly run: () => void;
  readonly owner: TimerOwner | null;
  readonly every: number | null;
  due: number;
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  setInterval: globalThis.setInterval,
  clearInterval: globalThis.clearInterval,
  dateNow: Date.now,
  performanceNow: performance.now.bind(performance),
};

/** A macrotask of the real event loop, for what only that can do, such as a module's first import. */
export const realTurn = (): Promise<void> => new Promise((resolve) => real.setTimeout(resolve, 0));

/** Real milliseconds, for the explorer's own figures. */
export const realNow = real.performanceNow;

/** Time that passes only when the schedule says so. It replaces the page's timers and clocks. */
export class VirtualTime {
  now = 0;
  readonly #timers = new Map<number, Timer>();
  #ids = 0;
  readonly #owner: () => TimerOwner | null;

  /** `owner`: the tab whose code runs, and so who sets a timer. */
  constructor(owner: () => TimerOwner | null) {
    this.#owner = owner;
  }

  /** Replaces the global timers until `uninstall`. */
  install(): void {
    const set = (run: () => void, ms: number | undefined, every: boolean): number => this.#set(run, ms ?? 0, every);
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => set(run, ms, false),
      setInterval: (run: () => void, ms?: number) => set(run, ms, true),
      clearTimeout: (id: number) => this.#timers.delete(id),
      clearInterval: (id: number) => this.#timers.delete(id),
    });
    Date.now = () => 1_700_000_000_000 + this.now;
    performance.now = () => this.now;
  }

  uninstall(): void {
    const { setTimeout, clearTimeout, setInterval, clearInterval } = real;
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = real.dateNow;
    performance.now = real.performanceNow;
  }

  schedule(ms: number, run: () => void): () => void {
    const id = this.#set(run, ms, false, null);
    return () => void this.#timers.delete(id);
  }

  /** When the next timer is due; `null`: never. */
  get nextDue(): number | null {
    return this.#next()?.due ?? null;
  }

  /** Advances the time to the next timer and runs it as its owner. */
  fire(asOwner: (owner: TimerOwner | null, run: () => void) => void): void {
    const timer = this.#next();
    if (timer === null) return;
    this.now = Math.max(this.now, timer.due);
    if (timer.every === null) this.#timers.delete(timer.id);
    else timer.due = this.now + Math.max(1, timer.every);
    asOwner(timer.owner, timer.run);
  }

  #set(run: () => void, ms: number, repeats: boolean, owner = this.#owner()): number {
    const id = ++this.#ids;
    const wait = Math.max(0, ms);
    this.#timers.set(id, { id, run, owner, every: repeats ? wait : null, due: this.now + wait });
    return id;
  }

  #next(): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.#timers.values()) {
      if (timer.owner?.closed) this.#timers.delete(timer.id);
      else if (!timer.owner?.hangs && (next === null || timer.due < next.due)) next = timer;
    }
    return next;
  }
}
