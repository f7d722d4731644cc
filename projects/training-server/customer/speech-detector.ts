import { FRAME_MS } from '../media/frame-clock';
import { level } from '../media/spectrum';
import { NoiseFloor } from './noise-floor';

/** Shorter sounds are clicks. */
const MIN_SPEECH_MS = 60;
/** Silence after which a shorter sound is forgotten. */
const CLICK_SILENCE_MS = 200;
/** Silence that ends an utterance. */
const END_SILENCE_MS = 700;

/** A change that a frame completes. `agoMs`: how long before the end of this frame it took place. */
export type SpeechChange =
  | { readonly type: 'begins'; readonly agoMs: number }
  | { readonly type: 'ends'; readonly agoMs: number; readonly spokenMs: number };

/** Detects, by energy, that somebody speaks and stops. The threshold follows the noise of the line. */
export class SpeechDetector {
  readonly #floor = new NoiseFloor();
  #loudMs = 0;
  #quietMs = 0;
  /** Since the first loud frame of this utterance. */
  #sinceMs = 0;

  /** The change that this frame completes, if any. */
  hear(frame: Int16Array): SpeechChange | undefined {
    return this.#floor.isSpeech(level(frame)) ? this.#loud() : this.#quiet();
  }

  /** Ends an utterance that is under way. */
  stop(): SpeechChange | undefined {
    const change = this.#loudMs >= MIN_SPEECH_MS ? this.#end() : undefined;
    this.reset();
    return change;
  }

  reset(): void {
    this.#loudMs = this.#quietMs = this.#sinceMs = 0;
  }

  #loud(): SpeechChange | undefined {
    const before = this.#loudMs;
    this.#loudMs += FRAME_MS;
    this.#sinceMs += FRAME_MS;
    this.#quietMs = 0;
    const begins = before < MIN_SPEECH_MS && this.#loudMs >= MIN_SPEECH_MS;
    return begins ? { type: 'begins', agoMs: this.#sinceMs } : undefined;
  }

  #quiet(): SpeechChange | undefined {
    if (this.#loudMs === 0) return undefined;
    this.#sinceMs += FRAME_MS;
    this.#quietMs += FRAME_MS;
    const isClick = this.#loudMs < MIN_SPEECH_MS;
    if (this.#quietMs < (isClick ? CLICK_SILENCE_MS : END_SILENCE_MS)) return undefined;
    return this.stop();
  }

  #end(): SpeechChange {
    return { type: 'ends', agoMs: this.#quietMs, spokenMs: this.#sinceMs - this.#quietMs };
  }
}
