import type { SoftphoneEvent } from 'mediatel-lib/ports';

/**
 * The call that the shown phone has left, as long as it may come back.
 *
 * ```
 *  none ──its page is gone, or leaves it──▶ awaited ──resumed, another tab shows it──▶ none
 *                                              └──the phone starts without it, sign-out──▶ none (the call has ended)
 * ```
 */
export class AwaitedCall {
  #callId: string | null = null;

  get callId(): string | null {
    return this.#callId;
  }

  begin(callId: string | null): void {
    this.#callId = callId;
  }

  end(): void {
    this.#callId = null;
  }

  /** Whether the phone of this tab says by the event that the call does not come back. */
  isLostBy(event: SoftphoneEvent): boolean {
    if (this.#callId === null) return false;
    if (event.type === 'resumed') this.#callId = null;
    if (event.type !== 'registrationChanged') return false;
    const { registration } = event;
    // A phone whose code could not be fetched may still start.
    return registration.status === 'rejected' ? registration.loaded !== false : registration.status !== 'off';
  }
}
