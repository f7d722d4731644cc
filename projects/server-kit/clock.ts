/** Cancels a `schedule` that has not run yet, or stops an `every`. Calling it again does nothing. */
export type Cancel = () => void;

/** The only source of time, so that tests can set it and never sleep. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Monotonic milliseconds since some instant. Durations are measured by it, because `now()` can be set back. */
  elapsed(): number;
  schedule(ms: number, run: () => void): Cancel;
  /** Runs every `ms` milliseconds until it is cancelled. */
  every(ms: number, run: () => void): Cancel;
}

/** The machine's own clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  schedule: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
