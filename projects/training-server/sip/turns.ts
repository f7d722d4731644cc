/**
 * Handles one message per turn of the event loop, and takes the senders in turns.
 *
 * Timers, other sockets and other senders come in between: nobody waits behind another sender's queue.
 */
export class Turns {
  readonly #lanes = new Map<object, (() => void)[]>();
  #scheduled = false;

  add(sender: object, work: () => void): void {
    const lane = this.#lanes.get(sender);
    if (lane) lane.push(work);
    else this.#lanes.set(sender, [work]);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || this.#lanes.size === 0) return;
    this.#scheduled = true;
    setImmediate(() => this.#turn());
  }

  #turn(): void {
    this.#scheduled = false;
    const [next] = this.#lanes;
    if (!next) return;
    const [sender, lane] = next;
    const work = lane.shift();
    this.#lanes.delete(sender);
    // Moves the sender to the end: the others come first.
    if (lane.length > 0) this.#lanes.set(sender, lane);
    this.#schedule();
    work?.();
  }
}
