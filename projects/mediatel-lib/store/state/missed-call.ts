import type { MicrophoneFailure } from 'mediatel-lib/ports';

/**
 * Why a call that Mediatel tried to deliver did not reach the operator, told from what was seen here. Times in ms.
 *
 * - `not-registered`: the SIP server refused the extension or was never asked; nothing could ring.
 * - `sip-connection-lost`: the extension had been registered, and its connection was gone.
 * - `no-microphone`: refused at once (480), so that nobody talks into silence.
 * - `busy`: it came while another call went on (486).
 * - `not-answered`: it rang for `rangFor`, and Mediatel gave up first.
 * - `caller-gave-up`: it rang for `rangFor`, and the other party hung up first.
 * - `answered-elsewhere`: another device that holds the extension took it.
 * - `tab-asleep`: the browser had stopped the tab for about `sleptFor`.
 * - `not-connected`: it happened while there was no link to Mediatel.
 * - `never-rang`: Mediatel says that nobody answered, and no INVITE came although all looked well.
 */
export type MissedReason =
  | { readonly kind: 'not-registered'; readonly sipStatus: number | null; readonly detail: string | null }
  | { readonly kind: 'sip-connection-lost'; readonly detail: string | null }
  | { readonly kind: 'no-microphone'; readonly failure: MicrophoneFailure | null }
  | { readonly kind: 'busy' }
  | { readonly kind: 'not-answered'; readonly rangFor: number }
  | { readonly kind: 'caller-gave-up'; readonly rangFor: number }
  | { readonly kind: 'answered-elsewhere' }
  | { readonly kind: 'tab-asleep'; readonly sleptFor: number }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'never-rang' };

/** A delivery that failed: one card, however many signs of it there were. */
export interface MissedCall {
  /** Counts up in the tab. */
  readonly id: number;
  readonly reason: MissedReason;
  /** The other party's number, where anybody said. */
  readonly number: string | null;
  readonly queueName: string | null;
  readonly callTraceID: string | null;
  /** Mediatel put the operator on Force Pause for it. */
  readonly forcePause: boolean;
  /** By the server's clock, ms since the epoch; `null` where it is not known. */
  readonly at: number | null;
}
