import type { Registration } from 'mediatel-lib/ports';

/** How long (ms) after a re-registration the loss still explains a call that never rang. */
const lossMemory = 30_000;

/** Remembers whether the extension was ever registered, and its last loss. */
export class RegistrationHistory {
  #ever = false;
  #loss: { readonly registration: Registration; until: number | null } | null = null;

  /** Records a change. `now` in monotonic ms. */
  changed(registration: Registration, now: number): void {
    if (registration.status === 'off') {
      this.#ever = false;
      this.#loss = null;
    } else if (registration.status === 'registered') {
      this.#ever = true;
      if (this.#loss) this.#loss.until = now;
    } else if (this.#ever) {
      this.#loss = { registration, until: null };
    }
  }

  /**
   * The registration's state at its loss, if it is lost now or was until a moment ago (`lossMemory`). `now` in monotonic ms.
   *
   * @returns `null` if the extension was never registered, or never lost its registration.
   */
  lost(now: number): Registration | null {
    const loss = this.#loss;
    return loss && (loss.until === null || now - loss.until <= lossMemory) ? loss.registration : null;
  }
}
