/** Time that only goes forward. Injected, so that tests and replays set it. */
export abstract class Clock {
  /** Milliseconds from an arbitrary start, unaffected by changes of the wall clock. */
  abstract monotonic(): number;
}
