import type { Cancel, Clock } from './clock';

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** A clock for tests. It stands still until `advance`, which runs the due timers in order of time. */
export class ManualClock implements Clock {
  #tasks: Task[] = [];

  #time = 0;
  #start: number;

  /** `start`: the initial time of day, in milliseconds since the epoch. */
  constructor(start = Date.UTC(2026, 0, 15, 9, 0, 0)) {
    this.#start = start;
  }

  now(): number {
    return this.#start + this.#time;
  }

  elapsed(): number {
    return this.#time;
  }

  /** Sets the time of day back, as an administrator or NTP does, while no time passes. */
  setBack(ms: number): void {
    this.#start -= ms;
  }

  schedule(ms: number, run: () => void): Cancel {
    const task: Task = { due: this.#time + ms, run };
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  every(ms: number, run: () => void): Cancel {
    let cancel: Cancel;
    const next = (): void => {
      cancel = this.schedule(ms, next);
      run();
    };
    cancel = this.schedule(ms, next);
    return () => cancel();
  }

  advance(ms: number): void {
    const end = this.#time + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#tasks = this.#tasks.filter((other) => other !== next);
      this.#time = Math.max(this.#time, next.due);
      next.run();
    }
    this.#time = end;
  }

  /** How many timers are pending: shows a leak. */
  get waiting(): number {
    return this.#tasks.length;
  }

  #next(end: number): Task | undefined {
    return this.#tasks.filter((task) => task.due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
