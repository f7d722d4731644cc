/** How the call sounds in a word: MOS of 3.6 and above is good, 3 and above fair. */
export type QualityRating = 'good' | 'fair' | 'poor';

/** What is wrong with the line: a round trip of 400 ms, a jitter of 30 ms, a MOS of 3. Each ends only well inside its limit. */
export type QualityAlarm = 'round-trip' | 'jitter' | 'mos';

/** How the call sounds to the operator now, renewed each second; never in the store. */
export interface CallQuality {
  readonly callId: string;
  /** Mean opinion score by ITU-T G.107, smoothed: 1 (nobody is understood) to 4.4 (the best a G.711 call can be). */
  readonly mos: number;
  /** Milliseconds there and back; `null` until the other side has reported once (RTCP, or the ICE checks in its stead). */
  readonly roundTrip: number | null;
  /** Milliseconds (RFC 3550, 6.4.1). */
  readonly jitter: number;
  /** Milliseconds the audio waits in the jitter buffer. */
  readonly bufferDelay: number;
  /** Of the call so far. */
  readonly packetsLost: number;
  /** Share of packets lost in the last seconds, 0 to 1. */
  readonly lossShare: number;
  /** Share of audio made up in place of what did not come in time, 0 to 1. */
  readonly concealedShare: number;
  readonly rating: QualityRating;
  readonly alarms: readonly QualityAlarm[];
}
