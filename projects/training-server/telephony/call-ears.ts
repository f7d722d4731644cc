import { newFrame } from '../media/audio-source';
import type { Attendants, CustomerEnd } from '../media/call-audio';
import { mixInto } from '../media/mix';
import { level } from '../media/spectrum';
import type { Ears } from './ears';
import type { SoundingEar } from './sounding-ear';

/** The trainers in one call: what they hear of it, and what they say in it. */
export class CallEars implements Attendants {
  /** Who plays the customer in this frame. */
  #playing: SoundingEar | undefined;
  readonly #mixed = newFrame();
  readonly #whisper = newFrame();
  readonly #ears: Ears;

  constructor(ears: Ears) {
    this.#ears = ears;
    ears.begin(this);
  }

  end(): void {
    this.#ears.end(this);
  }

  /** Who plays the customer from this frame on: the trainer who came last, of several. */
  readonly nextPlayer = (): CustomerEnd | undefined => {
    this.#playing = undefined;
    if (!this.#ears.attend(this)) return undefined;
    for (const ear of this.#ears.all()) if (ear.plays) this.#playing = ear;
    return this.#playing;
  };

  hear(operator: Int16Array, customer: Int16Array): void {
    if (!this.#ears.attend(this)) return;
    this.#mixed.set(operator);
    mixInto(this.#mixed, customer);
    for (const ear of this.#ears.all()) if (ear !== this.#playing) ear.hear(this.#mixed);
  }

  whisperInto(frame: Int16Array): boolean {
    if (!this.#ears.attend(this)) return false;
    let heard = false;
    for (const ear of this.#ears.all()) {
      if (ear === this.#playing) continue;
      // Whoever only listens is read too: what they said then must not be heard after a change of the mode.
      ear.read(this.#whisper);
      if (ear.mode !== 'whisper' || level(this.#whisper) === 0) continue;
      mixInto(frame, this.#whisper);
      heard = true;
    }
    return heard;
  }
}
