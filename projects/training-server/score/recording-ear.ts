import type { HeardRecording } from '../../training-kit';
import { ChannelEar } from './channel-ear';
import { SOUND_FRAME_MS, SOUND_FRAME_SAMPLES, type ChannelSound } from './sound-frame';
import { drawnLevels } from './drawn-levels';
import { speechSpans } from './speech-spans';

const CHANNELS = 2;

/** Hears a recording, piece by piece: operator left, customer right, 16-bit samples of 8 kHz. */
export class RecordingEar {
  readonly #operator = new ChannelEar();
  readonly #customer = new ChannelEar();
  /** Samples of a frame that is not complete. */
  #rest = new Int16Array(0);
  #frames = 0;

  /** Takes the next samples of both channels, left and right by turns. */
  hear(samples: Int16Array): void {
    const all = this.#rest.length === 0 ? samples : joined(this.#rest, samples);
    const step = SOUND_FRAME_SAMPLES * CHANNELS;
    let at = 0;
    for (; at + step <= all.length; at += step) {
      this.#operator.hear(all, at, CHANNELS);
      this.#customer.hear(all, at + 1, CHANNELS);
      this.#frames++;
    }
    this.#rest = all.slice(at);
  }

  /** What was heard so far. */
  get heard(): HeardRecording {
    const sides: readonly ChannelSound[] = [this.#operator.sound, this.#customer.sound];
    const [operatorSpeech = [], customerSpeech = []] = sides.map(speechSpans);
    return {
      durationMs: this.#frames * SOUND_FRAME_MS,
      operatorSpeech,
      customerSpeech,
      levels: drawnLevels(this.#operator.sound.levels, this.#customer.sound.levels),
    };
  }
}

function joined(first: Int16Array, second: Int16Array): Int16Array {
  const both = new Int16Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
