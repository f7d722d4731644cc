import { DestroyRef, Injectable, NgZone, type Signal, inject, signal } from '@angular/core';
import { MEDIATEL_TIMERS, MediatelClock } from 'mediatel-lib/ports';
import type { Subscription } from 'rxjs';

/**
 * One tick per second for every timer on the page, while there is at least one watcher.
 *
 * Ticks fall on whole seconds of the monotonic clock, so that all timers change together.
 */
@Injectable({ providedIn: 'root' })
export class SharedTick {
  readonly #clock = inject(MediatelClock);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #zone = inject(NgZone);
  readonly #now = signal(this.#clock.monotonic());
  #watchers = 0;
  #timer: Subscription | undefined;

  /** Time of the last tick, in monotonic milliseconds. */
  readonly now = this.#now.asReadonly();

  /** Adds a watcher. The returned function removes it and may be called more than once. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.beat();
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#timer?.unsubscribe();
    };
  }

  /** Updates the time at once, without waiting for the tick. */
  beat(): void {
    const now = this.#clock.monotonic();
    this.#now.set(now);
    this.#timer?.unsubscribe();
    if (this.#watchers === 0) return;
    // Outside the zone: otherwise a host with zone.js would check its whole application each second.
    this.#zone.runOutsideAngular(() => {
      this.#timer = this.#timers.schedule(() => this.beat(), 1000 - (now % 1000));
    });
  }
}

/** Monotonic milliseconds, updated each second until the caller is destroyed. Needs an injection context. */
export function injectNow(): Signal<number> {
  const tick = inject(SharedTick);
  inject(DestroyRef).onDestroy(tick.watch());
  return tick.now;
}
