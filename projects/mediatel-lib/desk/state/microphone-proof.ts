import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { MediatelClock, Softphone } from 'mediatel-lib/ports';
import { SharedTick } from './shared-tick';

/** The level (0 to 1) from which on somebody speaks. A quiet room stays below. */
const speaking = 0.12;
/** How long (ms) the microphone counts as proven after it picked up a voice. */
const provenFor = 5 * 60_000;

/** Whether the microphone has picked up a voice in the last minutes, in a call or outside. */
@Injectable()
export class MicrophoneProof {
  readonly #softphone = inject(Softphone);
  readonly #clock = inject(MediatelClock);
  readonly #now = inject(SharedTick).now;
  /** When a voice was last picked up (monotonic ms); `null` before the first. */
  readonly #heardAt = signal<number | null>(null);

  /** Also `true` in a browser that measures no level: it can prove nothing, and that is no problem of the microphone. */
  readonly isProven = computed(() => {
    const heardAt = this.#heardAt();
    if (this.#softphone.levels().microphone === null) return true;
    return heardAt !== null && this.#now() - heardAt < provenFor;
  });

  constructor() {
    // The check before the shift may have heard the operator before the desk was shown.
    if (this.#softphone.audioFacts().microphoneHeard === true) this.#heardAt.set(this.#clock.monotonic());
    effect(() => {
      if ((this.#softphone.levels().microphone ?? 0) < speaking) return;
      untracked(() => this.#heardAt.set(this.#clock.monotonic()));
    });
  }
}
