import { Injectable } from '@angular/core';

/** Time that only goes forward; by default the browser's, which goes on while the machine sleeps only where the browser's does. Tests and replays set it. */
@Injectable({ providedIn: 'root', useFactory: (): MediatelClock => ({ monotonic: () => performance.now() }) })
export abstract class MediatelClock {
  /** Milliseconds from an arbitrary start, unaffected by changes of the wall clock. */
  abstract monotonic(): number;
}
