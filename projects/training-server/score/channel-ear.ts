import { TONE_SAMPLES, isKeyTone } from './key-tone';
import { PITCH_SAMPLES, hasPitch } from './pitch';
import { SOUND_FRAME_SAMPLES, type ChannelSound, silentLevel } from './sound-frame';

const FULL_SCALE = 32768;
/** Forgets what is slower than 65 Hz: a microphone's offset, steps, a part of the mains' hum. */
const HIGH_PASS = 0.95;
/** Pitch and tone are looked for in every second frame. */
const FRAMES_PER_LOOK = 1;
/** The middle of what a look sees lies so many frames back. */
const PITCH_BACK = Math.round(PITCH_SAMPLES / (SOUND_FRAME_SAMPLES / 2) / 2);
const TONE_BACK = Math.round(TONE_SAMPLES / SOUND_FRAME_SAMPLES / 2);

/** Measures one channel, a frame after the other: level, pitch, key tones. */
export class ChannelEar {
  #levels = new Float32Array(6000);
  #voiced = new Uint8Array(6000);
  #tones = new Uint8Array(6000);
  #frames = 0;
  #lastIn = 0;
  #lastOut = 0;
  /** The newest samples, the last one at the end: at 8 kHz, and at 4 kHz. */
  readonly #recent = new Float32Array(TONE_SAMPLES);
  readonly #slow = new Float32Array(PITCH_SAMPLES);
  readonly #frame = new Float32Array(SOUND_FRAME_SAMPLES);

  /** Takes a frame of 80 samples from `samples`, every `step`th from `from` on. */
  hear(samples: Int16Array, from: number, step: number): void {
    if (this.#frames === this.#levels.length) this.#grow();
    const level = this.#filter(samples, from, step);
    this.#levels[this.#frames] = level;
    this.#remember();
    this.#frames++;
    if (this.#frames % FRAMES_PER_LOOK === 0 && level > silentLevel) this.#look();
  }

  /** What was heard so far. */
  get sound(): ChannelSound {
    return {
      levels: this.#levels.subarray(0, this.#frames),
      voiced: this.#voiced.subarray(0, this.#frames),
      tones: this.#tones.subarray(0, this.#frames),
    };
  }

  #filter(samples: Int16Array, from: number, step: number): number {
    let power = 0;
    let isSilent = true;
    for (let at = 0; at < SOUND_FRAME_SAMPLES; at++) {
      const sample = samples[from + at * step]!;
      if (sample !== 0) isSilent = false;
      this.#lastOut = sample - this.#lastIn + HIGH_PASS * this.#lastOut;
      this.#lastIn = sample;
      this.#frame[at] = this.#lastOut;
      power += this.#lastOut * this.#lastOut;
    }
    if (isSilent || power === 0) return silentLevel;
    return 10 * Math.log10(power / SOUND_FRAME_SAMPLES / FULL_SCALE / FULL_SCALE);
  }

  #remember(): void {
    this.#recent.copyWithin(0, SOUND_FRAME_SAMPLES);
    this.#recent.set(this.#frame, TONE_SAMPLES - SOUND_FRAME_SAMPLES);
    const half = SOUND_FRAME_SAMPLES / 2;
    this.#slow.copyWithin(0, half);
    for (let at = 0; at < half; at++) {
      const before = this.#recent[TONE_SAMPLES - SOUND_FRAME_SAMPLES + at * 2 - 1]!;
      this.#slow[PITCH_SAMPLES - half + at] = before / 4 + this.#frame[at * 2]! / 2 + this.#frame[at * 2 + 1]! / 4;
    }
  }

  #look(): void {
    if (hasPitch(this.#slow)) this.#note(this.#voiced, PITCH_BACK);
    if (isKeyTone(this.#recent)) this.#note(this.#tones, TONE_BACK);
  }

  #note(flags: Uint8Array, back: number): void {
    for (let frame = 0; frame < FRAMES_PER_LOOK; frame++) {
      const place = this.#frames - back - frame;
      if (place >= 0) flags[place] = 1;
    }
  }

  #grow(): void {
    const levels = new Float32Array(this.#frames * 2);
    const voiced = new Uint8Array(this.#frames * 2);
    const tones = new Uint8Array(this.#frames * 2);
    levels.set(this.#levels);
    voiced.set(this.#voiced);
    tones.set(this.#tones);
    [this.#levels, this.#voiced, this.#tones] = [levels, voiced, tones];
  }
}
