import type { Presence } from './presence';

/**
 * How reliable the last known state of an operator is.
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

/** What a hub knows of one operator, as boards get it. Times are the hub's clock (ms since the epoch). */
export interface OperatorRecord {
  /** The cookie's `userID`. */
  readonly id: string;
  /** The operator's name. */
  readonly name: string;
  /** The operator's team. */
  readonly team: string;
  /** The last presence that the operator's tab published. */
  readonly presence: Presence;
  /** When the presence arrived at the hub. */
  readonly receivedAt: number;
  /** When the hub last heard from the tab, heartbeats included. */
  readonly confirmedAt: number;
  /** How reliable the presence is. */
  readonly confidence: Confidence;
  /** Generation of the operator's tab. A later tab has a higher number. */
  readonly epoch: number;
  /** Sequence number of the tab's message. */
  readonly seq: number;
}

/** Whether `a` is newer than `b`. On every node, the newer record of an operator wins. */
export function isNewer(a: Pick<OperatorRecord, 'epoch' | 'seq'>, b: Pick<OperatorRecord, 'epoch' | 'seq'>): boolean {
  return a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);
}
