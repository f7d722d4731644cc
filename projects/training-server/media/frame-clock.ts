/** Length of one frame of audio, and of one RTP packet. Milliseconds. */
export const FRAME_MS = 20;
export const SAMPLE_RATE = 8000;
/** Samples in one frame. */
export const FRAME_SAMPLES = (SAMPLE_RATE * FRAME_MS) / 1000;

/** A longer stall is skipped. A shorter one is caught up, as the far side's jitter buffer expects. */
export const MAX_CATCH_UP_FRAMES = 10;

/**
 * The one timer that paces every leg, so that 20 calls cost one wake-up per 20 ms instead of 20.
 *
 * Each beat is due at start + n · 20 ms of the monotonic clock, whatever the timers did before: it does not drift. It
 * runs only while it has listeners.
 */
export class FrameClock {
  readonly #listeners = new Set<(dueAt: number) => void>();
  #timer: NodeJS.Timeout | undefined;
  #catchUp: NodeJS.Immediate | undefined;
  #running = false;
  #due = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Calls back once per frame, with the time at which the frame is due: 20 ms after the one before, more after a stall
   * that was skipped. Returns a function that stops it. The caller logs faults of its listener.
   */
  onFrame(listener: (dueAt: number) => void): () => void {
    this.#listeners.add(listener);
    if (!this.#running) {
      this.#running = true;
      this.#due = this.#now() + FRAME_MS;
      this.#schedule();
    }
    return () => this.#stop(listener);
  }

  #stop(listener: (dueAt: number) => void): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    this.#running = false;
    clearTimeout(this.#timer);
    clearImmediate(this.#catchUp);
    this.#timer = this.#catchUp = undefined;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => this.#beat(), Math.max(0, this.#due - this.#now()));
  }

  #beat(): void {
    const late = Math.floor((this.#now() - this.#due) / FRAME_MS);
    if (late > MAX_CATCH_UP_FRAMES) this.#due += late * FRAME_MS;
    const dueAt = this.#due;
    this.#due += FRAME_MS;
    for (const listener of [...this.#listeners]) listener(dueAt);
    if (this.#listeners.size === 0) return;
    // Late frames come one by one, and the sockets are served in between: packets received during the stall belong into
    // these frames. If they were read in one go, every jitter buffer would run dry and put a gap into good sound.
    if (this.#due <= this.#now()) this.#catchUp = setImmediate(() => this.#beat());
    else this.#schedule();
  }
}
