import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Store, createSelector } from '@ngrx/store';
import { selectAgent } from 'mediatel-lib/store';
import type { MediatelLabels, MomentaryState } from 'mediatel-lib/ui';

const selectState = createSelector(selectAgent, ({ state }) => state);

/** Milliseconds for which a state that passes by is shown: shorter could not be read, longer would look as if it lasted. */
const readable = 1500;

/** Steps that pass by within a state; Mediatel may go on naming one until something else happens. */
const passing = /^STATE_(MUTE|DIALPAD|PREDICTIVE|PAUSE_LIST|CRT_DETAILS|HOLD_DIALPAD)$/;
/** A second call on hold: shown for as long as it lasts. */
const lasting = /^STATE_HOLD_/;

/** States that pass by, shown long enough to be read and no longer; they never change what the operator is shown to be doing. */
@Injectable()
export class TransientLabel {
  readonly #state = signal<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt = 0;

  constructor() {
    // By the store itself: the next state may come within the same turn, and an effect would never see this one. Another
    // snapshot of the same state is no news.
    inject(Store)
      .select(selectState)
      .pipe(takeUntilDestroyed())
      .subscribe((state) => this.#see(state));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  /** What Mediatel is about, in a word or two; `null` in states that say it themselves. */
  words({ moment }: MediatelLabels): string | null {
    const state = this.#state();
    return state !== null && isMomentary(state, moment) ? moment[state] : null;
  }

  #see(state: string): void {
    if (passing.test(state) || lasting.test(state)) {
      this.#shownAt = performance.now();
      this.#state.set(state);
    }
    clearTimeout(this.#timer);
    if (this.#state() === null || (lasting.test(state) && !passing.test(state))) return;
    const left = Math.max(0, readable - (performance.now() - this.#shownAt));
    this.#timer = setTimeout(() => this.#state.set(null), left);
  }
}

const isMomentary = (state: string, moment: MediatelLabels['moment']): state is MomentaryState =>
  Object.hasOwn(moment, state);
