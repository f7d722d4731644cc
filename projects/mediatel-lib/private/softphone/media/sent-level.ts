import type { SharedAudioContext } from './shared-audio-context';

/** Samples in each measurement: two thirds of a second, so that no word between two measurements is missed. */
const window = 32_768;

/**
 * Measures the very track that a call sends, if the call's statistics have no level of it (Firefox).
 *
 * `null`: not measured, since the browser gives no AudioContext or suspends it.
 */
export class SentLevel {
  #track: MediaStreamTrack | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #analyser: AnalyserNode | null = null;
  readonly #samples = new Float32Array(window);
  readonly #stage: Pick<SharedAudioContext, 'open'>;

  constructor(stage: Pick<SharedAudioContext, 'open'>) {
    this.#stage = stage;
  }

  /** Level of the track since the last call, 0 to 1. The first call for a track only starts the measurement. */
  of(track: MediaStreamTrack | null): number | null {
    if (track !== this.#track) {
      this.#listenTo(track);
      return null;
    }
    if (!this.#analyser || this.#analyser.context.state !== 'running') return null;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.sqrt(this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / window);
  }

  /** Releases the track without stopping it. */
  close(): void {
    this.#listenTo(null);
  }

  #listenTo(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#source = this.#analyser = null;
    this.#track = track;
    const context = track ? this.#stage.open() : null;
    if (!track || !context) return;
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#analyser = context.createAnalyser();
    this.#analyser.fftSize = window;
    this.#source.connect(this.#analyser);
  }
}
