/** Rating of the call's sound by its MOS: good from 3.6, fair from 3, else poor. */
export type QualityRating = 'good' | 'fair' | 'poor';

/**
 * A measure beyond its limit: a round trip of 400 ms, a jitter of 30 ms, a MOS of 3. An alarm ends only well within
 * its limit.
 */
export type QualityAlarm = 'round-trip' | 'jitter' | 'mos';

/** How the call sounds to the operator, updated each second. It is never in the store. */
export interface CallQuality {
  /** The SIP Call-ID. */
  readonly callId: string;
  /** Mean opinion score by ITU-T G.107, smoothed: from 1 (unintelligible) to 4.4 (the best possible with G.711). */
  readonly mos: number;
  /** Round trip in milliseconds; `null` until the other side's first report (RTCP, or the ICE checks instead). */
  readonly roundTrip: number | null;
  /** Jitter in milliseconds (RFC 3550, 6.4.1). */
  readonly jitter: number;
  /** Time that audio waits in the jitter buffer, in milliseconds. */
  readonly bufferDelay: number;
  /** Packets lost since the call began. */
  readonly packetsLost: number;
  /** Share of packets lost in the last seconds, 0 to 1. */
  readonly lossShare: number;
  /** Share of audio that replaces late packets, 0 to 1. */
  readonly concealedShare: number;
  /**
   * The direction to the other party, by its own reports (RTCP): the share of packets that it missed, 0 to 1, and an
   * estimated MOS. `null` before its first report.
   */
  readonly sent: { readonly mos: number; readonly lossShare: number } | null;
  /** Rating by the MOS. */
  readonly rating: QualityRating;
  /** Measures beyond their limits. */
  readonly alarms: readonly QualityAlarm[];
}
