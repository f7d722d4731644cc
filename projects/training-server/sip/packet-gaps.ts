/** The most that counts for one beat. If more time has passed, the listener itself was stopped. */
const mostOfABeatMs = 40;

/**
 * The longest time without a packet while the listener listened.
 *
 * Time is counted by the listener's own beats, 20 ms apart: if the machine stops the listener, packets that wait in its
 * socket are no silence.
 */
export class PacketGaps {
  #silentMs = 0;
  #longestMs = 0;
  #lastBeat: number | undefined;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  packet(): void {
    this.#silentMs = 0;
  }

  beat(): void {
    const at = this.#now();
    if (this.#lastBeat !== undefined) this.#silentMs += Math.min(mostOfABeatMs, at - this.#lastBeat);
    this.#lastBeat = at;
    this.#longestMs = Math.max(this.#longestMs, this.#silentMs);
  }

  /** The longest gap since the last call. Milliseconds. */
  take(): number {
    const longestMs = this.#longestMs;
    this.#longestMs = this.#silentMs;
    return longestMs;
  }
}
