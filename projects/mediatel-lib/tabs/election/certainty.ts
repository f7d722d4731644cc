import type { NgZone } from '@angular/core';
import type { MediatelClock } from 'mediatel-lib/ports';

/** How long (ms) a leader's script may stand still before it asks whether it still leads. */
export const standstillLimit = 500;

/** How long (ms) the browser may take to answer; then the page acts by the role that it knows of. */
const answerLimit = 2000;

/** How often (ms) the leader looks at the clock. */
const lookInterval = 400;

/**
 * Holds back what a leader would act on while it can't know whether it still leads.
 *
 * Another tab may take the phone while this page's script stands still. A page that wakes is given its messages, its timers and
 * the loss of the lock in any order, so it asks the browser before it acts.
 */
export class Certainty {
  readonly #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setInterval> | null = null;
  #seenAt = 0;
  /** The question that is out; an answer to an earlier one says nothing. */
  #question: object | null = null;

  /** `ask` resolves once the browser has said whatever it had to say of the lock. */
  constructor(
    private readonly clock: Pick<MediatelClock, 'monotonic'>,
    private readonly zone: Pick<NgZone, 'run' | 'runOutsideAngular'>,
    private readonly ask: () => Promise<void>,
  ) {}

  /** The tab leads from now on. */
  start(): void {
    this.#seenAt = this.clock.monotonic();
    // In a host with zone.js each turn would check the whole page.
    this.zone.runOutsideAngular(() => {
      this.#timer ??= setInterval(() => this.#look(), lookInterval);
    });
  }

  /** The tab leads no more: what was held back runs, and finds that out. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#question = null;
    this.#flush();
  }

  /** Runs it at once, or after a standstill as soon as it is known who leads. In the order of the calls. */
  run(action: () => void): void {
    if (this.#timer === null || this.#isSure()) return action();
    this.#waiting.push(action);
    this.#look();
  }

  /** Asks the browser after a standstill, once. */
  #look(): void {
    if (this.#question !== null || this.#isSure()) return;
    const question = (this.#question = {});
    const over = (): void => {
      if (this.#question !== question) return;
      this.#question = null;
      this.#seenAt = this.clock.monotonic();
      this.#flush();
    };
    // A browser that never answers must not silence the phone.
    this.zone.runOutsideAngular(() => {
      setTimeout(over, answerLimit);
      this.ask().then(over, over);
    });
  }

  #isSure(): boolean {
    const now = this.clock.monotonic();
    if (this.#question !== null || now - this.#seenAt > standstillLimit) return false;
    this.#seenAt = now;
    return true;
  }

  #flush(): void {
    const waiting = this.#waiting.splice(0);
    if (waiting.length === 0) return;
    this.zone.run(() => {
      for (const action of waiting) action();
    });
  }
}
