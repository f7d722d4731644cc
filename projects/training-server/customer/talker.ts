import { playOnce, silence, type AudioSource } from '../media/audio-source';
import { FRAME_MS } from '../media/frame-clock';
import type { Customer } from './customer';
import { SpeechDetector } from './speech-detector';
import type { Voice } from './voices';

/** How long nothing may be heard before the customer asks whether anybody is there. */
const PATIENCE_MS = 8000;

/** A customer who greets, and answers each time the operator has spoken and stopped. */
export class Talker implements Customer {
  private saying: AudioSource;
  private speaking = true;
  private waiting = false;
  private idleMs = 0;
  private answered = 0;
  private readonly detector = new SpeechDetector();

  constructor(private readonly voice: Voice) {
    this.saying = playOnce(voice.greeting);
  }

  hear(frame: Int16Array): void {
    // People don't listen while they talk; what they hear then may be their own echo.
    if (this.waiting || this.speaking) return;
    this.idleMs += FRAME_MS;
    if (this.detector.hear(frame)) this.sayNext();
    else if (this.idleMs >= PATIENCE_MS) this.say(this.voice.unheard);
  }

  read(frame: Int16Array): boolean {
    if (this.saying.read(frame)) return true;
    this.saying = silence;
    this.speaking = false;
    this.idleMs = 0;
    return true;
  }

  setWaiting(waiting: boolean): void {
    this.waiting = waiting;
    this.idleMs = 0;
    this.detector.reset();
  }

  private sayNext(): void {
    const { answers } = this.voice;
    const next = answers[this.answered++ % answers.length];
    if (next) this.say(next);
  }

  private say(phrase: Int16Array): void {
    this.saying = playOnce(phrase);
    this.speaking = true;
    this.detector.reset();
  }
}
