import type { Registration } from 'mediatel-lib/ports';

/** How long (ms) a loss that is mended still explains a call that never rang. */
const lossMemory = 30_000;

/** Remembers when the extension was registered last, and was not any more. */
export class RegistrationHistory {
  #ever = false;
  #loss: { readonly registration: Registration; until: number | null } | null = null;

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

  /** The registration as it was lost, where that is now or a moment ago; `null` where it never was there or never lost. */
  lost(now: number): Registration | null {
    const loss = this.#loss;
    return loss && (loss.until === null || now - loss.until <= lossMemory) ? loss.registration : null;
  }
}
