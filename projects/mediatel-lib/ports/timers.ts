import { InjectionToken } from '@angular/core';
import { type SchedulerLike, asyncScheduler } from 'rxjs';

/**
 * Runs the timers of the store and the desk. Default: the browser's timers.
 *
 * `provideMediatelTesting` replaces it, so that `FakeClock.advance` fires them. The clock measures time, this only waits: a
 * browser may delay a timer, and then `MediatelClock` says how long.
 */
export const MEDIATEL_TIMERS = new InjectionToken<SchedulerLike>('MEDIATEL_TIMERS', {
  providedIn: 'root',
  factory: () => asyncScheduler,
});
