import { Injectable } from '@angular/core';

/**
 * A clock that only goes forward. Tests and replays replace it.
 *
 * Default: the browser's `performance.now()`. Whether it counts while the machine sleeps depends on the browser.
 */
@Injectable({ providedIn: 'root', useFactory: (): MediatelClock => ({ monotonic: () => performance.now() }) })
export abstract class MediatelClock {
  /** Milliseconds since an arbitrary start. Changes of the wall clock don't affect it. */
  abstract monotonic(): number;
  /**
   * Milliseconds by which presses of buttons are timed. A clock that stands still, such as a replay's, has it; else it is
   * `monotonic`.
   */
  pressTime?(): number;
}
