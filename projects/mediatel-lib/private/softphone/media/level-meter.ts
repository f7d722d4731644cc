import type { AudioLevels } from 'mediatel-lib/ports';
import type { SharedAudioContext } from './shared-audio-context';

/** Time between two samples (ms): five a second look live and cost little. */
const period = 200;
/** The level that a meter shows as zero, in decibels below full scale. */
const floor = 60;

/** A linear level for a meter: linear in decibels over 60 dB, in visible steps. */
function shown(level: number | null): number | null {
  if (level === null) return null;
  if (!(level > 0)) return 0;
  const share = 1 + (20 * Math.log10(level)) / floor;
  return Math.round(Math.min(1, Math.max(0, share)) * 50) / 50;
}

/** Measures both directions while the page is visible and there is something to measure. */
export class LevelMeter {
  #source: MediaStreamAudioSourceNode | null = null;
  #analyser: AnalyserNode | null = null;
  #track: MediaStreamTrack | null = null;
  #receiver: RTCRtpReceiver | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;
  #samples = new Float32Array(0);
  readonly #onVisibility = (): void => this.#update();
  readonly #stage: SharedAudioContext;
  readonly #changed: (levels: AudioLevels) => void;

  constructor(stage: SharedAudioContext, changed: (levels: AudioLevels) => void) {
    this.#stage = stage;
    this.#changed = changed;
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  /** Measures a copy of the microphone's track, since the original is disabled and thus silent. */
  setMicrophone(track: MediaStreamTrack | null): void {
    this.#source?.disconnect();
    this.#track?.stop();
    this.#source = this.#analyser = this.#track = null;
    const context = track ? this.#stage.open() : null;
    if (track && context) {
      this.#track = track.clone();
      this.#track.enabled = true;
      this.#source = context.createMediaStreamSource(new MediaStream([this.#track]));
      this.#analyser = context.createAnalyser();
      this.#analyser.fftSize = 1024;
      this.#samples = new Float32Array(this.#analyser.fftSize);
      this.#source.connect(this.#analyser);
    }
    this.#update();
  }

  setReceiver(receiver: RTCRtpReceiver | null): void {
    this.#receiver = receiver;
    this.#update();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.setReceiver(null);
    this.setMicrophone(null);
  }

  #update(): void {
    const wanted = (this.#analyser !== null || this.#receiver !== null) && document.visibilityState === 'visible';
    if (wanted === (this.#timer !== null)) return;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = wanted ? setInterval(() => void this.#sample(), period) : null;
    if (!wanted) this.#changed({ microphone: 0, remote: 0 });
  }

  async #sample(): Promise<void> {
    const remote = await this.#remoteLevel();
    if (this.#timer !== null) this.#changed({ microphone: shown(this.#microphoneLevel()), remote: shown(remote) });
  }

  /** The microphone's level; `null` while the context is suspended: before a gesture, or without an audio output. */
  #microphoneLevel(): number | null {
    if (!this.#analyser) return 0;
    if (this.#analyser.context.state !== 'running') return null;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.sqrt(this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length);
  }

  /**
   * The other party's level from the decoder's statistics. An audio graph on a remote stream would need a new set-up
   * for each call.
   */
  async #remoteLevel(): Promise<number | null> {
    const receiver = this.#receiver;
    if (!receiver) return 0;
    const report = await receiver.getStats();
    let level: number | null = 0;
    report.forEach((stats: RTCStats & { readonly audioLevel?: number }) => {
      if (stats.type === 'inbound-rtp') level = stats.audioLevel ?? null;
    });
    return this.#receiver === receiver ? level : 0;
  }
}
