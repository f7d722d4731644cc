import type { HeardRecording, Span } from '../../training-kit';
import { muLaw } from '../../server-kit';
import { RecordingEar } from './recording-ear';
import { samplesOf } from './made-sound.fixture';

/** A recording that a test makes: sounds at known times, both sides through G.711. */
export class MadeRecording {
  readonly #left: Float32Array;
  readonly #right: Float32Array;

  constructor(readonly durationMs: number) {
    this.#left = new Float32Array(samplesOf(durationMs));
    this.#right = new Float32Array(samplesOf(durationMs));
  }

  /** Adds a sound to what is there. Returns where it lies. */
  add(side: 'operator' | 'customer', atMs: number, sound: Float32Array): Span {
    const into = side === 'operator' ? this.#left : this.#right;
    const from = samplesOf(atMs);
    sound.forEach((sample, at) => {
      if (from + at < into.length) into[from + at]! += sample;
    });
    return { fromMs: atMs, toMs: atMs + (sound.length * 1000) / samplesOf(1000) };
  }

  /** Mutes a side, as a mute button does: zeros. */
  silence(side: 'operator' | 'customer', { fromMs, toMs }: Span): void {
    (side === 'operator' ? this.#left : this.#right).fill(0, samplesOf(fromMs), samplesOf(toMs));
  }

  /** The samples, left and right by turns, as the recording has them. */
  get samples(): Int16Array {
    const both = new Int16Array(this.#left.length * 2);
    [this.#left, this.#right].forEach((side, channel) => {
      const linear = new Int16Array(side.length);
      for (let at = 0; at < side.length; at++) {
        const sample = side[at]!;
        linear[at] = sample > 32767 ? 32767 : sample < -32768 ? -32768 : sample;
      }
      const companded = muLaw.decode(muLaw.encode(linear));
      for (let at = 0; at < companded.length; at++) both[at * 2 + channel] = companded[at]!;
    });
    return both;
  }

  /** What is heard in it; read in pieces of a quarter of a second. */
  get heard(): HeardRecording {
    const ear = new RecordingEar();
    const { samples } = this;
    for (let at = 0; at < samples.length; at += 4001 * 2) ear.hear(samples.subarray(at, at + 4001 * 2));
    return ear.heard;
  }
}
