import { DestroyRef, Injectable, InjectionToken, PendingTasks, inject, signal } from '@angular/core';
import { MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import type * as Parts from './later-parts';

/** Fetches the chunk. Specs replace it. */
export const FETCH_LATER_PARTS = new InjectionToken('FETCH_LATER_PARTS', {
  providedIn: 'root',
  factory: () => (): Promise<typeof Parts> => import('./later-parts'),
});

/** After how long a failed load is tried again (ms). */
const retryAfter = 10_000;

/**
 * Loads `later-parts` once. What can't be fetched is tried again: after a while, when the browser is online again, and when
 * somebody asks. `@defer` would never try again.
 */
@Injectable()
export class LaterLoader {
  readonly #fetch = inject(FETCH_LATER_PARTS);
  readonly #pending = inject(PendingTasks);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #parts = signal<typeof Parts | null>(null);
  readonly #hasFailed = signal(false);
  #isLoading = false;
  #isOver = false;
  readonly #again = (): void => {
    if (this.#hasFailed() && !this.#isOver) this.load();
  };

  /** The parts; `null` until they are loaded. */
  readonly parts = this.#parts.asReadonly();
  /** Whether the last try failed. */
  readonly hasFailed = this.#hasFailed.asReadonly();

  constructor() {
    globalThis.addEventListener?.('online', this.#again);
    inject(DestroyRef).onDestroy(() => {
      this.#isOver = true;
      globalThis.removeEventListener?.('online', this.#again);
    });
  }

  /** Loads the parts if they are not loaded, or being loaded. */
  load(): void {
    if (this.#isLoading || this.#parts() !== null) return;
    this.#isLoading = true;
    const isReady = this.#pending.add();
    this.#fetch()
      .then(
        (parts) => {
          if (!this.#isOver) this.#parts.set(parts);
          this.#hasFailed.set(false);
        },
        () => {
          this.#hasFailed.set(true);
          if (!this.#isOver) this.#timers.schedule(this.#again, retryAfter);
        },
      )
      .finally(() => {
        this.#isLoading = false;
        isReady();
      });
  }
}
