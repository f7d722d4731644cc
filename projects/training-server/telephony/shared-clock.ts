/** What the clock that all threads of a process share is ahead of this thread's `performance.now()` (ms). */
const ahead = (): number => Number(process.hrtime.bigint()) / 1e6 - performance.now();

/** A time of this thread's `performance.now()`, for another thread. */
export const toShared = (at: number): number => at + ahead();

/** A time from another thread, as this thread's `performance.now()`. */
export const fromShared = (at: number): number => at - ahead();
