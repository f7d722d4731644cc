import { FRAME_MS } from '../media/frame-clock';
import { level } from '../media/spectrum';

/**
 * Frames louder than this count as speech: line noise through G.711 is below, normal speech far above. RMS of 16-bit
 * samples.
 */
const SPEECH_RMS = 400;
/** Shorter sounds are clicks. */
const MIN_SPEECH_MS = 60;
/** Silence that ends an utterance. */
const END_SILENCE_MS = 700;

/** Detects, by energy, that somebody has spoken and stopped. */
export class SpeechDetector {
  #spokenMs = 0;
  #silentMs = 0;

  /** True in the frame that completes an utterance. */
  completesUtterance(frame: Int16Array): boolean {
    if (level(frame) > SPEECH_RMS) {
      this.#spokenMs += FRAME_MS;
      this.#silentMs = 0;
      return false;
    }
    this.#silentMs += FRAME_MS;
    if (this.#silentMs < END_SILENCE_MS) return false;
    const complete = this.#spokenMs >= MIN_SPEECH_MS;
    this.#spokenMs = 0;
    return complete;
  }

  reset(): void {
    this.#spokenMs = 0;
    this.#silentMs = 0;
  }
}
