import type { LockRequests } from './leader-lock';

/**
 * A lock that the leading tab holds while its call is answered.
 *
 * It tells every tab, even a new one, that a leader that does not answer may still have a call with audio. The
 * browser releases the lock when the page closes.
 */
export class CallLock {
  /** Releases the lock; `null` while no call is answered here. */
  #release: (() => void) | null = null;
  #isElsewhere = false;
  readonly #locks: LockRequests;
  readonly #name: string;

  constructor(locks: LockRequests, name: string) {
    this.#locks = locks;
    this.#name = name;
  }

  /** Whether another tab held the lock at the last check. */
  get isElsewhere(): boolean {
    return this.#isElsewhere;
  }

  hold(on: boolean): void {
    if (!on) {
      this.#release?.();
      this.#release = null;
    } else if (this.#release === null) {
      const held = new Promise<void>((resolve) => (this.#release = resolve));
      this.#locks.request(this.#name, {}, () => held).catch(() => undefined);
    }
  }

  /** Checks whether another tab holds the lock. The result comes shortly after. */
  look(): void {
    if (this.#release !== null) return;
    this.#locks
      .request(this.#name, { ifAvailable: true }, (lock) => {
        this.#isElsewhere = lock === null;
      })
      .catch(() => undefined);
  }
}
