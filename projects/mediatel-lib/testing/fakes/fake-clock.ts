import { Injectable } from '@angular/core';
import { MediatelClock } from 'mediatel-lib/ports';

/** A monotonic clock that only the test moves. It begins at 0. */
@Injectable()
export class FakeClock extends MediatelClock {
  #now = 0;

  /** The present time (ms). */
  override monotonic(): number {
    return this.#now;
  }

  /** Moves the clock forward. Timers do not fire: Jest's fake timers are apart. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
