import { Injectable } from '@angular/core';
import { MediatelClock } from 'mediatel-lib/ports';
import { type SchedulerLike, VirtualTimeScheduler } from 'rxjs';

/** A monotonic clock that only the test moves. It begins at 0. */
@Injectable()
export class FakeClock extends MediatelClock {
  readonly #time = new VirtualTimeScheduler(undefined, 0);

  /** The timers that `advance` fires. With `provideMediatelTesting` the library's store and desk use them. */
  readonly timers: SchedulerLike = this.#time;

  /** The present time (ms). */
  override monotonic(): number {
    return this.#time.frame;
  }

  /**
   * Moves the clock forward, and fires the `timers` that are due on the way, each at its own time.
   *
   * Without `provideMediatelTesting` the library's timers are the browser's: Jest's or Vitest's fake timers move them.
   */
  advance(milliseconds: number): void {
    const until = this.#time.frame + milliseconds;
    this.#time.maxFrames = until;
    this.#time.flush();
    this.#time.frame = until;
  }
}
