import { FRAME_MS } from '../media/frame-clock';

/** What a jitter buffer makes up for at least: after a longer wait the listener hears silence, whoever listens. */
const buffered = 3 * FRAME_MS;

/** For how long a tab has spoken, and how much of that in time. Milliseconds. */
export interface Spoken {
  readonly elapsed: number;
  readonly inTime: number;
}

/**
 * How well a tab in tests keeps its own pace of a frame each 20 ms.
 *
 * On a busy machine the test's process stands still now and then. What it sends late is no fault of the server that records it:
 * only the rest is time spoken.
 */
export class OwnPace {
  private begunAt: number;
  private lastFrame: number;
  private late = 0;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.begunAt = this.lastFrame = now();
  }

  /** What is spoken from now on counts. */
  begin(): void {
    this.begunAt = this.lastFrame = this.now();
    this.late = 0;
  }

  frame(): void {
    this.late += this.lateness();
    this.lastFrame = this.now();
  }

  /** Since `begin()`. */
  get spoken(): Spoken {
    const elapsed = this.now() - this.begunAt;
    return { elapsed, inTime: elapsed - this.late - this.lateness() };
  }

  private lateness(): number {
    const gap = this.now() - this.lastFrame;
    return gap > buffered ? gap - FRAME_MS : 0;
  }
}
