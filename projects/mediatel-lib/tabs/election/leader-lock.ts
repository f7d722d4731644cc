/** The part of the browser's `navigator.locks` that is used. */
export type LockRequests = Pick<LockManager, 'request' | 'query'>;

export interface LeadLockListener {
  granted(): void;
  /** Another tab has taken it. */
  lost(): void;
}

/**
 * The one lock of an operator's tabs. The browser grants it to one of them, and at once to the next when that one's page
 * ends, however it ends.
 */
export class LeaderLock {
  /** Ends the present request, waiting or granted. */
  #end: (() => void) | null = null;

  constructor(
    private readonly locks: LockRequests,
    private readonly name: string,
    private readonly listener: LeadLockListener,
  ) {}

  /** Waits for its turn. */
  queue(): void {
    this.release();
    const waiting = new AbortController();
    this.#request({ signal: waiting.signal }, () => waiting.abort());
  }

  /** Takes it from whoever holds it. */
  steal(): void {
    this.release();
    this.#request({ steal: true }, () => undefined);
  }

  /** Resolves once a loss that the browser knows of has been said: it says the loss first, then answers. */
  async confirm(): Promise<void> {
    await this.locks.query();
  }

  release(): void {
    this.#end?.();
    this.#end = null;
  }

  #request(options: LockOptions, stopWaiting: () => void): void {
    let letGo: (() => void) | null = null;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      stopWaiting();
      letGo?.();
    };
    this.#end = end;
    const held = this.locks.request(this.name, options, () => {
      if (isOver) return undefined;
      this.listener.granted();
      if (isOver) return undefined;
      return new Promise<void>((resolve) => (letGo = resolve));
    });
    // Rejects when another tab steals it, and when the waiting is given up here.
    held.catch(() => {
      if (isOver) return;
      if (this.#end === end) this.#end = null;
      this.listener.lost();
    });
  }
}
