import { Injectable } from '@angular/core';
import { MediatelClock } from 'mediatel-lib/ports';

/** A monotonic clock that moves when told to. */
@Injectable()
export class FakeClock extends MediatelClock {
  #now = 0;

  override monotonic(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
