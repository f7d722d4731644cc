import { Injectable, signal } from '@angular/core';

/** How a hand-over of a contact ends: exactly one of these is called, once. */
export interface HandOverEnds {
  /** The host has stored the contact. */
  readonly taken: () => void;
  /** The host did not store it. */
  readonly failed: (error: unknown) => void;
}

/** Counts the contacts that the host is storing: a reload would cut them off. */
@Injectable({ providedIn: 'root' })
export class HandOvers {
  readonly #count = signal(0);

  /** How many contacts the host is storing now, in this tab. */
  readonly pending = this.#count.asReadonly();

  /** Counts a hand-over that begins, until one of the returned ends is called. */
  track({ taken, failed }: HandOverEnds): HandOverEnds {
    this.#count.update((count) => count + 1);
    const end = (): void => this.#count.update((count) => count - 1);
    return {
      taken: () => {
        end();
        taken();
      },
      failed: (error) => {
        end();
        failed(error);
      },
    };
  }
}
