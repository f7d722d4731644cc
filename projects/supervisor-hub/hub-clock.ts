/** The hub's time, so that tests wind it by hand. */
export interface HubClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs again and again until the returned function is called. */
  every(ms: number, run: () => void): () => void;
}

export const systemClock: HubClock = {
  now: () => Date.now(),
  every: (ms, run) => {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
