import { FRAME_MS } from '../media/frame-clock';

/** A frame this much louder than the noise is speech. */
const SPEECH_OVER_NOISE = 3;
/** The threshold's bounds. RMS of 16-bit samples: a quiet line through G.711 is below, a close voice above. */
const LOWEST = 250;
const HIGHEST = 1600;
/** The threshold before anything was heard: normal speech is far above. */
const FIRST = 400;
/** Time in which the floor may double (ms). Slow: the pauses between words pull it down again. */
const DOUBLES_MS = 5000;
const RISE = 2 ** (FRAME_MS / DOUBLES_MS);
/** Share of the way down that one quieter frame takes. */
const FALL = 0.3;

/** Follows a line's noise, and so the level above which a frame is speech. */
export class NoiseFloor {
  #rms = FIRST / SPEECH_OVER_NOISE;

  /** Whether a frame of this level (RMS) is speech. Digital silence says nothing about the noise: nothing arrived. */
  isSpeech(level: number): boolean {
    if (level === 0) return false;
    const threshold = Math.max(LOWEST, this.#rms * SPEECH_OVER_NOISE);
    if (level < this.#rms) this.#rms += (level - this.#rms) * FALL;
    else this.#rms = Math.min(level, this.#rms * RISE, HIGHEST / SPEECH_OVER_NOISE);
    return level > threshold;
  }
}
