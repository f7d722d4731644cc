import type { Customer } from './customer';
import type { HeardEvent } from './heard-event';
import { SpeechDetector, type SpeechChange } from './speech-detector';

/** A customer who says what they get, and reports what they hear. Lines that come before `join` wait for it. */
export class Scripted implements Customer {
  readonly #lines: Int16Array[] = [];
  /** Samples of the first line that were said. */
  #saidSamples = 0;
  #hangsUp = false;
  #waiting = false;
  #joinedAt = 0;
  readonly #detector = new SpeechDetector();
  readonly #report: (event: HeardEvent) => void;
  readonly #now: () => number;

  constructor(report: (event: HeardEvent) => void, now = () => performance.now()) {
    this.#report = report;
    this.#now = now;
  }

  /** Both hear each other from now on. */
  join(): void {
    this.#joinedAt = this.#now();
    this.#report({ type: 'joined' });
  }

  /** Speaks samples of 8 kHz, after what is being spoken. */
  say(samples: Int16Array): void {
    this.#lines.push(samples);
  }

  /** Stops in the middle of a line, and drops those that wait. None of them is reported as said. */
  hush(): void {
    this.#lines.length = 0;
    this.#saidSamples = 0;
  }

  /** Hangs up after what is being spoken. */
  hangUp(): void {
    this.#hangsUp = true;
  }

  /**
   * The script goes on: it hears the operator, and its lines end in their time. But it hangs up neither meanwhile nor
   * then for what it wanted before.
   */
  setUnheard(): void {
    this.#hangsUp = false;
  }

  hear(frame: Int16Array): void {
    if (!this.#waiting) this.#reportSpeech(this.#detector.hear(frame));
  }

  read(frame: Int16Array): boolean {
    let filled = 0;
    while (filled < frame.length) {
      const line = this.#lines[0];
      if (!line) break;
      const part = line.subarray(this.#saidSamples, this.#saidSamples + frame.length - filled);
      frame.set(part, filled);
      filled += part.length;
      this.#saidSamples += part.length;
      if (this.#saidSamples >= line.length) this.#endLine();
    }
    frame.fill(0, filled);
    return filled > 0 || !this.#hangsUp;
  }

  setWaiting(waiting: boolean): void {
    if (waiting === this.#waiting) return;
    if (waiting) this.#reportSpeech(this.#detector.stop());
    this.#waiting = waiting;
    this.#report({ type: 'held', held: waiting, atMs: this.#sinceJoined(0) });
  }

  #endLine(): void {
    this.#lines.shift();
    this.#saidSamples = 0;
    if (this.#lines.length === 0) this.#report({ type: 'said', atMs: this.#sinceJoined(0) });
  }

  #reportSpeech(change: SpeechChange | undefined): void {
    if (!change) return;
    const atMs = this.#sinceJoined(change.agoMs);
    if (change.type === 'begins') this.#report({ type: 'operatorSpeaks', atMs });
    else this.#report({ type: 'operatorStops', atMs, spokenMs: change.spokenMs });
  }

  #sinceJoined(agoMs: number): number {
    return Math.max(0, Math.round(this.#now() - this.#joinedAt - agoMs));
  }
}
