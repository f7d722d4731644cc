import { Injectable } from '@angular/core';
import { Clock } from 'mediatel-lib/ports';

/** The browser's monotonic clock; it goes on while the machine sleeps only where the browser's does. */
@Injectable()
export class PerformanceClock extends Clock {
  override monotonic(): number {
    return performance.now();
  }
}
