import { keepAliveAtFirst, nextKeepAlive, type KeepAliveEffect, type KeepAliveEvent } from './next-keep-alive';
import type { After } from './worker-timers';

/** Time from one question to the next, and longest time for an answer (ms). */
const probeEvery = 10_000;
const probeDeadline = 5000;

/**
 * Asks the server every 10 s whether it is there (RFC 5626). If the other end vanishes without closing, a socket
 * looks open for minutes.
 */
export class SipKeepAlive {
  #state = keepAliveAtFirst;
  #cancel: (() => void) | null = null;
  readonly #after: After;
  /** Sends the question. Any answer counts. */
  readonly #ask: (answered: () => void) => void;
  readonly #silent: () => void;

  constructor(after: After, ask: (answered: () => void) => void, silent: () => void) {
    this.#after = after;
    this.#ask = ask;
    this.#silent = silent;
  }

  /** The server has just sent something: the rest begins again. */
  start(): void {
    this.#enter({ type: 'start' });
  }

  stop(): void {
    this.#enter({ type: 'stop' });
  }

  #enter(event: KeepAliveEvent): void {
    const { state, effects } = nextKeepAlive(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#cancel?.();
    this.#cancel = null;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: KeepAliveEffect): void {
    if (effect === 'rest') this.#wait(probeEvery, { type: 'restOver' });
    if (effect === 'reportSilence') this.#silent();
    if (effect === 'ask') {
      const question = this.#state.questions;
      this.#wait(probeDeadline, { type: 'deadline' });
      this.#ask(() => this.#enter({ type: 'answered', question }));
    }
  }

  #wait(ms: number, then: KeepAliveEvent): void {
    this.#cancel = this.#after(ms, () => this.#enter(then));
  }
}
