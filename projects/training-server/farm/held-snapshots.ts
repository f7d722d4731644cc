import type { WireSnapshot } from '../agent/wire-snapshot';
import type { Cancel, Clock } from '../../server-kit';

/**
 * How long snapshots wait for a voice that ends before them (ms). Two sockets have no common order: a shorter distance
 * could be lost on the way.
 */
const leadMs = 200;

/** Passes snapshots on, in their order; while something must come before them, later. */
export class HeldSnapshots {
  #held: WireSnapshot[] | null = null;
  #cancel: Cancel = () => undefined;
  readonly #pass: (snapshot: WireSnapshot) => void;
  readonly #clock: Pick<Clock, 'schedule'>;

  constructor(pass: (snapshot: WireSnapshot) => void, clock: Pick<Clock, 'schedule'>) {
    this.#pass = pass;
    this.#clock = clock;
  }

  send(snapshot: WireSnapshot): void {
    if (this.#held) this.#held.push(snapshot);
    else this.#pass(snapshot);
  }

  /** Holds back what is sent from now on, for a moment. */
  hold(): void {
    if (this.#held) return;
    this.#held = [];
    this.#cancel = this.#clock.schedule(leadMs, () => this.release());
  }

  /** Passes on what is held back, now. */
  release(): void {
    this.#cancel();
    const held = this.#held ?? [];
    this.#held = null;
    for (const snapshot of held) this.#pass(snapshot);
  }
}
