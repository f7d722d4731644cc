import type { NgZone } from '@angular/core';
import type { MediatelClock } from 'mediatel-lib/ports';

/** How long a leader's script may be suspended (ms) before it checks whether it still leads. */
export const standstillLimit = 500;

/** How long the browser may take to answer (ms). After that, the page acts by the role that it knows. */
const answerLimit = 2000;

/** How often the leader reads the clock (ms). */
const lookInterval = 400;

/**
 * Delays a leader's actions while it can't know whether it still leads.
 *
 * Another tab may take over while this page's script is suspended. A page that wakes up gets its messages, its timers
 * and the loss of the lock in any order. So it asks the browser before it acts.
 */
export class Certainty {
  readonly #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setInterval> | null = null;
  #seenAt = 0;
  /** The current question. An answer to an earlier one proves nothing. */
  #question: object | null = null;
  readonly #clock: Pick<MediatelClock, 'monotonic'>;
  readonly #zone: Pick<NgZone, 'run' | 'runOutsideAngular'>;
  readonly #ask: () => Promise<void>;

  /** `ask` resolves once the browser has reported everything about the lock. */
  constructor(
    clock: Pick<MediatelClock, 'monotonic'>,
    zone: Pick<NgZone, 'run' | 'runOutsideAngular'>,
    ask: () => Promise<void>,
  ) {
    this.#clock = clock;
    this.#zone = zone;
    this.#ask = ask;
  }

  /** The tab leads from now on. */
  start(): void {
    this.#seenAt = this.#clock.monotonic();
    // In a host with zone.js, each tick would check the whole page.
    this.#zone.runOutsideAngular(() => {
      this.#timer ??= setInterval(() => this.#look(), lookInterval);
    });
  }

  /** The tab no longer leads. Delayed actions run, and find that out. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#question = null;
    this.#flush();
  }

  /** Runs the action at once; after a suspension, once it is known who leads. The order of the calls is kept. */
  run(action: () => void): void {
    if (this.#timer === null || this.#isSure()) return action();
    this.#waiting.push(action);
    this.#look();
  }

  /** Asks the browser once after a suspension. */
  #look(): void {
    if (this.#question !== null || this.#isSure()) return;
    const question = (this.#question = {});
    const over = (): void => {
      if (this.#question !== question) return;
      this.#question = null;
      this.#seenAt = this.#clock.monotonic();
      this.#flush();
    };
    // A browser that never answers must not silence the phone.
    this.#zone.runOutsideAngular(() => {
      setTimeout(over, answerLimit);
      this.#ask().then(over, over);
    });
  }

  #isSure(): boolean {
    const now = this.#clock.monotonic();
    if (this.#question !== null || now - this.#seenAt > standstillLimit) return false;
    this.#seenAt = now;
    return true;
  }

  #flush(): void {
    const waiting = this.#waiting.splice(0);
    if (waiting.length === 0) return;
    this.#zone.run(() => {
      for (const action of waiting) action();
    });
  }
}
