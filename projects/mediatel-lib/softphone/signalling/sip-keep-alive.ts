import type { After } from './worker-timers';

/** Milliseconds from one question to the next, and how long an answer may take. */
const probeEvery = 10_000;
const probeDeadline = 5000;

/**
 * Asks the server every 10 s whether it is there: a socket whose other end vanished without a word looks open for minutes.
 *
 * ```
 *  off ──start()──▶ resting ──10 s──▶ asking ──answer──▶ resting
 *   ▲                                    └──5 s of silence──▶ off, the link is lost
 *   └── stop() ── any
 * ```
 */
export class SipKeepAlive {
  private cancel: (() => void) | null = null;

  constructor(
    private readonly after: After,
    /** Sends the question; an answer of any kind will do. */
    private readonly ask: (answered: () => void) => void,
    private readonly silent: () => void,
  ) {}

  /** The server has just been heard: counts anew. */
  start(): void {
    this.wait(probeEvery, () => this.question());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private question(): void {
    this.wait(probeDeadline, this.silent);
    const asking = this.cancel;
    this.ask(() => {
      // Of a question whose deadline has passed, or that was stopped, the answer says nothing.
      if (this.cancel === asking) this.start();
    });
  }

  private wait(ms: number, then: () => void): void {
    this.stop();
    this.cancel = this.after(ms, () => {
      this.cancel = null;
      then();
    });
  }
}
