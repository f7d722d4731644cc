/** Undoes a `schedule` that has not run yet; harmless afterwards. */
export type Cancel = () => void;

/** The only source of time, so that tests wind it by hand and never sleep. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  schedule(ms: number, run: () => void): Cancel;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
