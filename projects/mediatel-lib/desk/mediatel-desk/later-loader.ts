import { DestroyRef, Injectable, PendingTasks, inject, signal } from '@angular/core';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import type * as Parts from './later-parts';

/**
 * Loads `later-parts` once. What can't be fetched is tried again, after ten seconds and when somebody asks. `@defer` would never
 * try again.
 */
@Injectable()
export class LaterLoader {
  readonly #pending = inject(PendingTasks);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #desk = inject(DestroyRef);
  #isLoading = false;

  /** The parts; `null` until they are loaded. */
  readonly parts = signal<typeof Parts | null>(null);
  /** Whether a try has failed. */
  readonly hasFailed = signal(false);

  /** Loads the parts if they are not loaded, or being loaded. */
  load(): void {
    // The desk may end first.
    if (this.#isLoading || this.parts() || this.#desk.destroyed) return;
    this.#isLoading = true;
    this.#pending.run(async () => {
      try {
        this.parts.set(await this.fetch());
      } catch {
        this.hasFailed.set(true);
        this.#timers.schedule(() => this.load(), 10_000);
      }
      this.#isLoading = false;
    });
  }

  /** Fetches the chunk. Specs replace it. */
  fetch(): Promise<typeof Parts> {
    return import('./later-parts');
  }
}
