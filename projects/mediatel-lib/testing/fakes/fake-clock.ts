import { Injectable } from '@angular/core';
import { Clock } from 'mediatel-lib/ports';

/** A monotonic clock that moves when told to. */
@Injectable()
export class FakeClock extends Clock {
  #now = 0;

  override monotonic(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
