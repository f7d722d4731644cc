import type { LockRequests } from './leader-lock';

/**
 * A lock that the leading tab holds while its call is answered.
 *
 * It says to every tab, also to one that has just been opened, that audio lives behind a leader that does not answer. The browser
 * releases it with the page.
 */
export class CallLock {
  /** Ends the holding; `null` while no call is answered here. */
  #release: (() => void) | null = null;
  #isElsewhere = false;

  constructor(
    private readonly locks: LockRequests,
    private readonly name: string,
  ) {}

  /** Whether another tab held it when it was last looked at. */
  get isElsewhere(): boolean {
    return this.#isElsewhere;
  }

  hold(on: boolean): void {
    if (!on) {
      this.#release?.();
      this.#release = null;
    } else if (this.#release === null) {
      const held = new Promise<void>((resolve) => (this.#release = resolve));
      this.locks.request(this.name, {}, () => held).catch(() => undefined);
    }
  }

  /** Looks whether another tab holds it; the answer is there soon. */
  look(): void {
    if (this.#release !== null) return;
    this.locks
      .request(this.name, { ifAvailable: true }, (lock) => {
        this.#isElsewhere = lock === null;
      })
      .catch(() => undefined);
  }
}
