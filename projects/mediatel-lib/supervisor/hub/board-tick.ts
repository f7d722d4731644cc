import { DestroyRef, Injectable, NgZone, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';
import { HubClient } from './hub-client';

/** The hub's clock, updated each second: one tick for every time on the board. */
@Injectable({ providedIn: 'root' })
export class BoardTick {
  readonly #hub = inject(HubClient);
  readonly #now = signal<number | null>(null);
  /** Milliseconds since the epoch; `null` before the hub's first message. */
  readonly now = this.#now.asReadonly();

  constructor() {
    const timer = inject(NgZone).runOutsideAngular(() => setInterval(() => this.beat(), 1000));
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    // A snapshot is shown with its own time, not with the time of the tick before it.
    this.#hub.messages
      .pipe(
        filter(({ type }) => type === 'picture'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.beat());
  }

  /** Updates the time at once, without waiting for the tick. */
  beat(): void {
    this.#now.set(this.#hub.now());
  }
}
