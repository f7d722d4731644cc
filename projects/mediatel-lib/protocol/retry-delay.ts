/** A span of milliseconds. */
export type DelaySpan = readonly [from: number, to: number];

/** A random time in the span (ms), evenly spread. */
export const randomDelay = ([from, to]: DelaySpan): number => from + Math.random() * (to - from);

/**
 * The wait (ms) before a try, by the number of failed tries in a row (0: the connection was just lost).
 *
 * All clients of a server lose it in the same instant. `first` spreads their first tries evenly. `next` has nearly the length
 * of `first`, so the spread stays even however long the server is away; waits of any other length would pile up tries.
 */
export const steadyDelay =
  (first: DelaySpan, next: DelaySpan) =>
  (failures: number): number =>
    randomDelay(failures === 0 ? first : next);
