import type { SoftphoneEvent } from 'mediatel-lib/ports';

/** How long the tab that takes a call may be without its sound (ms). Then the phone is wanted back here. */
export const soundLimit = 6000;

/** What the tab does with the sound. */
interface LeftSoundActions {
  drop(): void;
  wantBack(): void;
}

/** Whether the sound of the call has come to the other tab: packets, or a voice. */
const isProof = (event: SoftphoneEvent): boolean =>
  event.type === 'audioProved' &&
  (['heard', 'silent', 'unknown'].includes(event.proof.incoming.audibility) ||
    event.proof.outgoing.audibility === 'heard');

/**
 * The sound of a call that this tab has handed over. It stays until the other tab has its own.
 *
 * ```
 *  none ──handed over──▶ kept ──limit──▶ wanted back ──limit──▶ none (dropped)
 *   ▲                     │                  │
 *   │                     └──────────────────┴──the other tab is heard, the call is over, the page is left──▶ none (dropped)
 *   └──the phone works here again, and ends the old sound itself── kept, wanted back
 * ```
 */
export class LeftSound {
  #callId: string | null = null;
  #limit: ReturnType<typeof setTimeout> | undefined;
  readonly #actions: LeftSoundActions;

  constructor(actions: LeftSoundActions) {
    this.#actions = actions;
  }

  keep(callId: string): void {
    this.takenBack();
    this.#callId = callId;
    this.#limit = setTimeout(() => {
      this.#limit = setTimeout(() => this.drop(), soundLimit);
      this.#actions.wantBack();
    }, soundLimit);
  }

  /** The phone works here again. */
  takenBack(): void {
    clearTimeout(this.#limit);
    this.#callId = null;
  }

  /** The other tab reports events, or all that it knows. */
  heard(events: readonly SoftphoneEvent[]): void {
    const isOver = events.some((event) => {
      const isOfCall = 'callId' in event && event.callId === this.#callId;
      return isOfCall && (event.type === 'ended' || isProof(event));
    });
    if (isOver) this.drop();
  }

  drop(): void {
    if (this.#callId === null) return;
    this.takenBack();
    this.#actions.drop();
  }
}
