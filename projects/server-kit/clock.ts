/** Undoes a `schedule` that has not run yet, or ends an `every`; harmless afterwards. */
export type Cancel = () => void;

/** The only source of time, so that tests wind it by hand and never sleep. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds since some instant; never set back, so durations are measured by it. */
  elapsed(): number;
  schedule(ms: number, run: () => void): Cancel;
  /** Runs again and again until it is cancelled. */
  every(ms: number, run: () => void): Cancel;
}

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
