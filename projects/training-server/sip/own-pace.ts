import { FRAME_MS } from '../media/frame-clock';

/** What a jitter buffer can compensate at least: after a longer gap the listener hears silence. */
const buffered = 3 * FRAME_MS;

/** How long a tab has sent, and how much of that in time. Milliseconds. */
export interface Spoken {
  readonly elapsed: number;
  readonly inTime: number;
}

/**
 * How well a tab in tests keeps its own pace of a frame every 20 ms.
 *
 * On a busy machine the test's process is sometimes stopped. What it sends late is no fault of the recording server:
 * only the rest counts as sent in time.
 */
export class OwnPace {
  #begunAt: number;
  #lastFrame: number;
  #late = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#begunAt = this.#lastFrame = now();
  }

  /** Starts counting. */
  begin(): void {
    this.#begunAt = this.#lastFrame = this.#now();
    this.#late = 0;
  }

  frame(): void {
    this.#late += this.#lateness();
    this.#lastFrame = this.#now();
  }

  /** Since `begin()`. */
  get spoken(): Spoken {
    const elapsed = this.#now() - this.#begunAt;
    return { elapsed, inTime: elapsed - this.#late - this.#lateness() };
  }

  #lateness(): number {
    const gap = this.#now() - this.#lastFrame;
    return gap > buffered ? gap - FRAME_MS : 0;
  }
}
