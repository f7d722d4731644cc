/** The statistics of a call at one moment. Counters count from the call's start; `null`: the browser has no figure. */
export interface CallStats {
  /** Monotonic time (ms). */
  readonly measuredAt: number;
  readonly sent: DirectionStats;
  readonly received: DirectionStats;
  readonly packetsLost: number;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds. */
  readonly roundTrip: number | null;
  /** Samples played so far, and those among them that audibly replace missing ones. */
  readonly samples: number;
  readonly concealed: number;
  /** Sum of the times that samples waited in the jitter buffer (s), and the number of those samples. */
  readonly bufferDelay: number;
  readonly buffered: number;
  /**
   * Share of our packets that the other side missed lately, by its own report (RTCP); `null` before its first report.
   */
  readonly missedThere: number | null;
  /** When that report came, by the browser's clock (ms). */
  readonly reportedAt: number | null;
}

/** Counters of one direction. */
export interface DirectionStats {
  readonly packets: number;
  /**
   * The standard's `totalAudioEnergy` (level² × seconds) and `totalSamplesDuration` (seconds). Firefox has neither
   * for sent audio.
   */
  readonly energy: number | null;
  readonly duration: number;
}

/** Members of the W3C's webrtc-stats that TypeScript's own types lack or leave untyped. */
interface StatsEntry extends RTCStats {
  readonly kind?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly jitter?: number;
  readonly fractionLost?: number;
  readonly roundTripTime?: number;
  readonly currentRoundTripTime?: number;
  readonly totalAudioEnergy?: number;
  readonly totalSamplesDuration?: number;
  readonly totalSamplesReceived?: number;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly jitterBufferDelay?: number;
  readonly jitterBufferEmittedCount?: number;
}

const direction = (packets: number | undefined, sound: StatsEntry | undefined): DirectionStats => ({
  packets: packets ?? 0,
  energy: sound?.totalAudioEnergy ?? null,
  duration: sound?.totalSamplesDuration ?? 0,
});

/** Reads the report of the call's only connection, which carries audio alone. */
export function readCallStats(report: Pick<RTCStatsReport, 'forEach'>, at: number): CallStats {
  const found = new Map<string, StatsEntry>();
  report.forEach((entry: StatsEntry) => {
    if (entry.type === 'candidate-pair' && !(entry.nominated && entry.state === 'succeeded')) return;
    if (entry.kind === undefined || entry.kind === 'audio') found.set(entry.type, entry);
  });
  const inbound = found.get('inbound-rtp');
  const reported = found.get('remote-inbound-rtp');
  return {
    measuredAt: at,
    sent: direction(found.get('outbound-rtp')?.packetsSent, found.get('media-source')),
    received: direction(inbound?.packetsReceived, inbound),
    packetsLost: Math.max(0, inbound?.packetsLost ?? 0),
    jitter: inbound?.jitter ?? 0,
    roundTrip: reported?.roundTripTime ?? found.get('candidate-pair')?.currentRoundTripTime ?? null,
    samples: inbound?.totalSamplesReceived ?? 0,
    concealed: (inbound?.concealedSamples ?? 0) - (inbound?.silentConcealedSamples ?? 0),
    bufferDelay: inbound?.jitterBufferDelay ?? 0,
    buffered: inbound?.jitterBufferEmittedCount ?? 0,
    missedThere: reported?.fractionLost ?? null,
    reportedAt: reported?.timestamp ?? null,
  };
}

/**
 * The mean level of a direction between two looks, 0 to 1; `null` if the browser measures none.
 *
 * A counter that decreases (another microphone) starts again from zero.
 */
export function levelBetween(before: DirectionStats, after: DirectionStats): number | null {
  if (after.energy === null) return null;
  const begun = before.energy === null || before.energy > after.energy || before.duration > after.duration;
  const energy = after.energy - (begun ? 0 : (before.energy ?? 0));
  const duration = after.duration - (begun ? 0 : before.duration);
  return duration > 0 ? Math.sqrt(energy / duration) : 0;
}
