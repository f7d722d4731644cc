import type { Presence } from './presence';

/**
 * How far what is known of an operator can be trusted.
 *
 * ```
 *            tab publishes                no heartbeat, or the tab's socket closed
 *  (unknown) ─────────────▶ live ─────────────────────────────────────────────────▶ unconfirmed
 *                            ▲                                                          │
 *                            └──────────────── publishes again ◀───────────────────────┘
 *  Either one ── the operator logged out and the tab left ──▶ (unknown)
 * ```
 */
export type Confidence = 'live' | 'unconfirmed';

/** What a hub knows of one operator, as boards get it. Times are the hub's clock, milliseconds since the epoch. */
export interface OperatorRecord {
  /** The cookie's `userID`. */
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly presence: Presence;
  /** When the presence came to the hub. */
  readonly receivedAt: number;
  /** When the tab was last heard, be it by a heartbeat. */
  readonly confirmedAt: number;
  readonly confidence: Confidence;
  /** Which of the operator's tabs spoke, a later one having a higher number, and its how manieth message it was. */
  readonly epoch: number;
  readonly seq: number;
}

/** Whether `a` is what was said later: the order in which records of one operator win over each other on any node. */
export function isNewer(a: Pick<OperatorRecord, 'epoch' | 'seq'>, b: Pick<OperatorRecord, 'epoch' | 'seq'>): boolean {
  return a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);
}
