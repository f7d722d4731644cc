import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import type { MediatelLabels, MomentaryState } from 'mediatel-lib/ui';
import { Operator } from './operator';

/** Milliseconds for which a state that passes by is shown at least: shorter could not be read. */
const readable = 1500;

/** States that pass by, held long enough to be read; they never change what the operator is shown to be doing. */
@Injectable()
export class Momentary {
  readonly #state = signal<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt = 0;

  constructor() {
    const { agent } = inject(Operator);
    effect(() => {
      const { state } = agent();
      untracked(() => this.#see(state));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  /** What Mediatel is about, in a word or two; `null` in states that say it themselves. */
  words({ moment }: MediatelLabels): string | null {
    const state = this.#state();
    return state !== null && isMomentary(state, moment) ? moment[state] : null;
  }

  #see(state: string): void {
    clearTimeout(this.#timer);
    if (/^STATE_(MUTE|DIALPAD|PREDICTIVE|PAUSE_LIST|CRT_DETAILS)$|^STATE_HOLD_/.test(state)) {
      this.#shownAt = performance.now();
      this.#state.set(state);
      return;
    }
    const left = readable - (performance.now() - this.#shownAt);
    if (this.#state() === null || left <= 0) this.#state.set(null);
    else this.#timer = setTimeout(() => this.#state.set(null), left);
  }
}

const isMomentary = (state: string, moment: MediatelLabels['moment']): state is MomentaryState =>
  Object.hasOwn(moment, state);
