import { DestroyRef, Injectable, NgZone, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';
import { HubClient } from './hub-client';

/** The hub's clock as of the last second: one tick for every time on the board. */
@Injectable({ providedIn: 'root' })
export class BoardTick {
  readonly #hub = inject(HubClient);
  readonly #now = signal<number | null>(null);
  /** Milliseconds since the epoch; `null` before the hub has said its time. */
  readonly now = this.#now.asReadonly();

  constructor() {
    const timer = inject(NgZone).runOutsideAngular(() => setInterval(() => this.beat(), 1000));
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    // A picture is drawn with its times, not with those of the tick before it.
    this.#hub.messages
      .pipe(
        filter(({ type }) => type === 'picture'),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.beat());
  }

  /** Takes the time now, without waiting for the tick. */
  beat(): void {
    this.#now.set(this.#hub.now());
  }
}
