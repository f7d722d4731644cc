import type { SoftphoneEvent } from 'mediatel-lib/ports';

/** How long the phone of the other tab may take to resume the call (ms). Then the phone is wanted back here. */
export const resumeLimit = 6000;
/**
 * How long the resumed call may be without sound there (ms). Then the phone is wanted back here. It is shorter than the
 * time after which the store puts the customer on hold: the customer hears this tab.
 */
export const soundLimit = 2500;

/** What the tab does with the sound. */
interface LeftSoundActions {
  mute(callId: string, muted: boolean): void;
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
    this.#wantBackAfter(resumeLimit);
  }

  /** The phone works here again. */
  takenBack(): void {
    clearTimeout(this.#limit);
    this.#callId = null;
  }

  /** The other tab's phone reports. */
  heard(event: SoftphoneEvent): void {
    if (this.#callId === null || !('callId' in event) || event.callId !== this.#callId) return;
    if (event.type === 'muteChanged') this.#actions.mute(this.#callId, event.muted);
    else if (event.type === 'ended' || isProof(event)) this.drop();
    else if (event.type === 'resumed') this.#wantBackAfter(soundLimit);
  }

  /** The other tab shows an event that its phone reported earlier. */
  heardOf(event: SoftphoneEvent): void {
    if (event.type === 'audioProved') this.heard(event);
  }

  drop(): void {
    if (this.#callId === null) return;
    this.takenBack();
    this.#actions.drop();
  }

  #wantBackAfter(limit: number): void {
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => {
      this.#limit = setTimeout(() => this.drop(), resumeLimit);
      this.#actions.wantBack();
    }, limit);
  }
}
