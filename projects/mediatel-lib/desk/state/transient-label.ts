import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Store, createSelector } from '@ngrx/store';
import { MEDIATEL_TIMERS, MediatelClock } from 'mediatel-lib/ports';
import { selectAgent } from 'mediatel-lib/store';
import type { MediatelLabels, MomentaryState } from 'mediatel-lib/ui';
import type { Subscription } from 'rxjs';

const selectState = createSelector(selectAgent, ({ state }) => state);

/** How long a passing state is shown (ms): long enough to be read, short enough not to look permanent. */
const readable = 1500;

/** States that pass within another. Mediatel may keep sending one until something else happens. */
const passing = /^STATE_(MUTE|DIALPAD|PREDICTIVE|PAUSE_LIST|CRT_DETAILS|HOLD_DIALPAD)$/;
/** A second call on hold. It is shown as long as it lasts. */
const lasting = /^STATE_HOLD_/;

/** Shows passing states just long enough to be read. They never change the operator's shown state. */
@Injectable()
export class TransientLabel {
  readonly #clock = inject(MediatelClock);
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #state = signal<string | null>(null);
  #timer: Subscription | undefined;
  #shownAt = 0;

  constructor() {
    // Subscribes to the store, because the next state may come in the same turn and an effect would miss this one. A new
    // snapshot with the same state changes nothing.
    inject(Store)
      .select(selectState)
      .pipe(takeUntilDestroyed())
      .subscribe((state) => this.#updateState(state));
    inject(DestroyRef).onDestroy(() => this.#timer?.unsubscribe());
  }

  /** What Mediatel is doing, in a word or two; `null` when the operator's state already says it. */
  words({ moment }: MediatelLabels): string | null {
    const state = this.#state();
    return state !== null && isMomentary(state, moment) ? moment[state] : null;
  }

  #updateState(state: string): void {
    if (passing.test(state) || lasting.test(state)) {
      this.#shownAt = this.#clock.monotonic();
      this.#state.set(state);
    }
    this.#timer?.unsubscribe();
    if (this.#state() === null || (lasting.test(state) && !passing.test(state))) return;
    const left = Math.max(0, readable - (this.#clock.monotonic() - this.#shownAt));
    this.#timer = this.#timers.schedule(() => this.#state.set(null), left);
  }
}

const isMomentary = (state: string, moment: MediatelLabels['moment']): state is MomentaryState =>
  Object.hasOwn(moment, state);
