/** The part of the browser's `navigator.locks` that is used. */
export type LockRequests = Pick<LockManager, 'request' | 'query'>;

/** Receives changes of the lock. */
export interface LeadLockListener {
  granted(): void;
  /** Another tab stole the lock. */
  lost(): void;
}

/**
 * The one lock of an operator's tabs.
 *
 * The browser grants it to one of them. When that page closes, in whatever way, the next tab gets it at once.
 */
export class LeaderLock {
  /** Ends the current request, waiting or granted. */
  #end: (() => void) | null = null;
  readonly #locks: LockRequests;
  readonly #name: string;
  readonly #listener: LeadLockListener;

  constructor(locks: LockRequests, name: string, listener: LeadLockListener) {
    this.#locks = locks;
    this.#name = name;
    this.#listener = listener;
  }

  /** Waits for the lock. */
  queue(): void {
    this.release();
    const waiting = new AbortController();
    this.#request({ signal: waiting.signal }, () => waiting.abort());
  }

  /** Steals the lock from its holder. */
  steal(): void {
    this.release();
    this.#request({ steal: true }, () => undefined);
  }

  /** Resolves once the browser has reported a loss that it knows of: it reports the loss first, then answers. */
  async confirm(): Promise<void> {
    await this.#locks.query();
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
    const held = this.#locks.request(this.#name, options, () => {
      if (isOver) return undefined;
      this.#listener.granted();
      if (isOver) return undefined;
      return new Promise<void>((resolve) => (letGo = resolve));
    });
    // Rejects if another tab steals the lock, or if this tab stops waiting.
    held.catch(() => {
      if (isOver) return;
      if (this.#end === end) this.#end = null;
      this.#listener.lost();
    });
  }
}
