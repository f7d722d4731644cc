import { playOnce, silence, type AudioSource } from '../media/audio-source';
import { FRAME_MS } from '../media/frame-clock';
import type { Customer } from './customer';
import { SpeechDetector } from './speech-detector';
import type { Voice } from './voices';

/** How long nothing may be heard before the customer asks whether anybody is there. */
const PATIENCE_MS = 8000;

/** A customer who greets, and answers each time the operator has spoken and stopped. */
export class Talker implements Customer {
  #saying: AudioSource;
  #speaking = true;
  #waiting = false;
  #idleMs = 0;
  #answered = 0;
  readonly #detector = new SpeechDetector();
  readonly #voice: Voice;

  constructor(voice: Voice) {
    this.#voice = voice;
    this.#saying = playOnce(voice.greeting);
  }

  hear(frame: Int16Array): void {
    // People don't listen while they talk; what they hear then may be their own echo.
    if (this.#waiting || this.#speaking) return;
    this.#idleMs += FRAME_MS;
    if (this.#detector.hear(frame)?.type === 'ends') this.#sayNext();
    else if (this.#idleMs >= PATIENCE_MS) this.#say(this.#voice.unheard);
  }

  read(frame: Int16Array): boolean {
    if (this.#saying.read(frame)) return true;
    this.#saying = silence;
    this.#speaking = false;
    this.#idleMs = 0;
    return true;
  }

  setWaiting(waiting: boolean): void {
    this.#waiting = waiting;
    this.#idleMs = 0;
    this.#detector.reset();
  }

  #sayNext(): void {
    const { answers } = this.#voice;
    const next = answers[this.#answered++ % answers.length];
    if (next) this.#say(next);
  }

  #say(phrase: Int16Array): void {
    this.#saying = playOnce(phrase);
    this.#speaking = true;
    this.#detector.reset();
  }
}
