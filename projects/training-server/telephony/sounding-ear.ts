import type { Logger } from 'pino';
import { newFrame } from '../media/audio-source';
import type { CustomerEnd } from '../media/call-audio';
import type { FrameClock } from '../media/frame-clock';
import { OperatorMedia, type MediaSetting } from '../media/operator-media';
import type { SoundSetting } from './call-sound';
import type { Ear, EarEvents, EarMode } from './ear';

/** A trainer who speaks sends packets all the time, also of silence. After so long without one they are gone (ms). */
const USUAL_SILENCE_MS = 10_000;

/** A trainer's leg, in the thread that makes the sound. As customer it is the customer's end of the audio. */
export class SoundingEar implements Ear, CustomerEnd {
  readonly #media: OperatorMedia;
  readonly #stopClock: () => void;
  /** Whether a call used this leg since the clock's last beat. */
  #used = false;
  /**
   * Since when packets are expected (`performance.now()`). `undefined` until the path is up: a person may take long to
   * allow the microphone.
   */
  #speaksSince: number | undefined;
  #closed = false;
  readonly #silenceMs: number;
  readonly #unread = newFrame();
  readonly #events: EarEvents & { ended(): void };

  constructor(
    public mode: EarMode,
    clock: FrameClock,
    setting: MediaSetting & Pick<SoundSetting, 'earSilenceMs'>,
    events: EarEvents & { ended(): void },
    log: Logger,
  ) {
    this.#events = events;
    this.#silenceMs = setting.earSilenceMs ?? USUAL_SILENCE_MS;
    this.#media = new OperatorMedia(
      {
        digit: () => undefined,
        pathChanged: (state) => {
          if (state === 'failed') return this.#lose();
          this.#speaksSince = performance.now();
        },
        pathLost: () => this.#lose(),
      },
      log,
      setting,
    );
    this.#stopClock = clock.onFrame(() => this.#beat());
  }

  /** Whether this trainer can play the customer: not before their browser is connected. */
  get plays(): boolean {
    return this.mode === 'customer' && this.#speaksSince !== undefined;
  }

  createOffer(): Promise<string> {
    return this.#media.createOffer();
  }

  acceptAnswer(sdp: string): Promise<void> {
    return this.#media.acceptAnswer(sdp);
  }

  setMode(mode: EarMode): void {
    this.mode = mode;
    // Whoever listened need not have sent anything.
    if (this.#speaksSince !== undefined) this.#speaksSince = performance.now();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#events.ended();
    this.#stopClock();
    this.#media.close();
  }

  hear(frame: Int16Array): void {
    this.#used = true;
    this.#media.send(frame);
  }

  /** Always `true`: a trainer never ends a call. */
  read(frame: Int16Array): boolean {
    this.#media.read(frame);
    return true;
  }

  /** Between calls time goes on in both streams, so that the next call begins with sound of its own time. */
  #beat(): void {
    if (!this.#used) {
      this.#media.skip();
      this.#media.read(this.#unread);
    }
    this.#used = false;
    if (this.#speaksSince === undefined || this.mode === 'listen') return;
    if (performance.now() - Math.max(this.#speaksSince, this.#media.lastHeard) > this.#silenceMs) this.#lose();
  }

  #lose(): void {
    if (this.#closed) return;
    this.close();
    this.#events.closed();
  }
}
