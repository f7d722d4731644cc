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
 * Why a direction is not heard, as far as it can be known.
 *
 * Outgoing: `muted` by the operator, `system-muted` (the headset's own key), `track-ended` (the device is gone),
 * `digital-silence` (the microphone sends nothing but zeros), `not-received` (we send, the other side reports that nothing comes).
 * Incoming: `playback-blocked` (the browser plays nothing before a gesture). Both: `held` (agreed not to send that way),
 * `no-packets`, `quiet` (all works, nobody speaks), `unmeasured` (packets go, and the browser measures no level).
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

export interface MediaFlowState {
  readonly audibility: MediaFlowStatus;
  /** `null` while proving and when heard. */
  readonly reason: MediaFlowReason | null;
}

/** Both directions, seen from the operator. */
export interface CallMediaFlow {
  readonly outgoing: MediaFlowState;
  readonly incoming: MediaFlowState;
  /** The other side's own report (RTCP) says that our packets arrive; `null` until it has sent one. */
  readonly received: boolean | null;
}
