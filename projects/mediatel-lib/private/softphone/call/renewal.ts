import type { After } from '../signalling/worker-timers';

/** Time between the first two new connections (ms). Each further one takes twice as long. */
export const firstPause = 10_000;
/** The longest pause (ms). */
const longestPause = 60_000;

/**
 * Makes new connections for a call whose server does not receive the operator, until it does.
 *
 * A new connection has another certificate, which makes a server renew its side. Meanwhile the operator hears nothing, so
 * the pauses grow: the server may have stopped to report.
 */
export class Renewal {
  #pause = firstPause;
  #callOff: (() => void) | null = null;
  readonly #after: After;
  readonly #renew: () => void;

  constructor(after: After, renew: () => void) {
    this.#after = after;
    this.#renew = renew;
  }

  /** Whether the server does not receive the operator, as far as is known. */
  get isNeeded(): boolean {
    return this.#callOff !== null;
  }

  /** Whether the server receives the operator. */
  received(isReceived: boolean): void {
    if (isReceived) this.end();
    else if (!this.isNeeded) this.#begin();
  }

  /** The call is over. */
  end(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#pause = firstPause;
  }

  #begin(): void {
    this.#callOff = this.#after(this.#pause, () => this.#begin());
    this.#pause = Math.min(this.#pause * 2, longestPause);
    this.#renew();
  }
}
