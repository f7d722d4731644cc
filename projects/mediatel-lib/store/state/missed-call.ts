import type { MicrophoneFailure } from 'mediatel-lib/ports';

/**
 * Why a call that Mediatel tried to deliver did not reach the operator, as far as this tab can see.
 *
 * - `not-registered`: the SIP server refused the extension, or no registration was sent; nothing could ring.
 * - `sip-connection-lost`: the extension was registered, but its connection was lost.
 * - `no-microphone`: the phone refused the call at once (480), so that nobody talks into silence.
 * - `busy`: the call came during another call (486).
 * - `not-answered`: the call rang for `ringDurationMs`, then Mediatel gave up.
 * - `caller-gave-up`: the call rang for `ringDurationMs`, then the other party hung up.
 * - `answered-elsewhere`: another device with the same extension answered the call.
 * - `tab-asleep`: the browser suspended the tab for about `sleepDurationMs`.
 * - `not-connected`: there was no link to Mediatel at that time.
 * - `never-rang`: Mediatel reports that nobody answered, but no INVITE came although the phone was ready.
 */
export type MissedReason =
  | { readonly kind: 'not-registered'; readonly sipStatus: number | null; readonly detail: string | null }
  | { readonly kind: 'sip-connection-lost'; readonly detail: string | null }
  | { readonly kind: 'no-microphone'; readonly failure: MicrophoneFailure | null }
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-answered'; readonly ringDurationMs: number }
  | { readonly kind: 'caller-gave-up'; readonly ringDurationMs: number }
  | { readonly kind: 'answered-elsewhere' }
  | { readonly kind: 'tab-asleep'; readonly sleepDurationMs: number }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'never-rang' };

/** A failed delivery: one card, however many signs of it there were. */
export interface MissedCall {
  /** A number that counts up within the tab. */
  readonly id: number;
  /** Why the call did not reach the operator. */
  readonly reason: MissedReason;
  /** The other party's phone number; `null` if unknown. */
  readonly number: string | null;
  /** The queue of the call; `null` if unknown. */
  readonly queueName: string | null;
  /** The call's id at Mediatel; `null` if unknown. */
  readonly callTraceID: string | null;
  /** Whether Mediatel put the operator on Force Pause because of this call. */
  readonly forcePause: boolean;
  /** When it was missed, by the server's clock, in ms since the epoch; `null` if the server's time is unknown. */
  readonly missedAt: number | null;
}
