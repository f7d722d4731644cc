/**
 * Whether one direction of a call is heard.
 *
 * ```
 *  proving ──sound and packets──▶ heard ◀──────────────┐
 *     │                            │ sound stops        │ sound and packets
 *     ├──3 s without sound──────▶ silent ───────────────┤
 *     │                            │ ▲                  │
 *     ├──3 s without packets──▶ no-packets ─────────────┤
 *     └──3 s without levels───▶ unknown (packets come) ─┘
 * ```
 */
export type MediaFlowStatus = 'proving' | 'heard' | 'silent' | 'no-packets' | 'unknown';

/**
 * Why a direction is not heard, as far as the phone can know.
 *
 * - Outgoing: `muted` (by the operator), `system-muted` (by the headset's own key), `track-ended` (the device is
 *   unplugged), `digital-silence` (the microphone sends only zeros), `not-received` (we send, but the other side
 *   reports that nothing arrives).
 * - Incoming: `playback-blocked` (the browser plays nothing before a gesture).
 * - Both: `held` (both sides agreed not to send that way), `no-packets`, `quiet` (all works, nobody speaks),
 *   `unmeasured` (packets flow, but the browser measures no level).
 */
export type MediaFlowReason =
  | 'muted'
  | 'system-muted'
  | 'track-ended'
  | 'digital-silence'
  | 'not-received'
  | 'playback-blocked'
  | 'held'
  | 'no-packets'
  | 'quiet'
  | 'unmeasured';

/** State of one direction. */
export interface MediaFlowState {
  /** Whether the direction is heard. */
  readonly audibility: MediaFlowStatus;
  /** Why it is not heard; `null` while `proving` and when `heard`. */
  readonly reason: MediaFlowReason | null;
}

/** Both directions of a call, from the operator's point of view. */
export interface CallMediaFlow {
  /** From the operator to the other party. */
  readonly outgoing: MediaFlowState;
  /** From the other party to the operator. */
  readonly incoming: MediaFlowState;
  /** Whether the other side's own report (RTCP) says that our packets arrive; `null` before its first report. */
  readonly received: boolean | null;
}
