/** What one look at a call's statistics says. Counters grow from the call's start; `null` where the browser is silent. */
export interface CallStats {
  /** Monotonic milliseconds. */
  readonly at: number;
  readonly sent: DirectionStats;
  readonly received: DirectionStats;
  readonly packetsLost: number;
  /** Seconds. */
  readonly jitter: number;
  /** Seconds. */
  readonly roundTrip: number | null;
  /** Samples played so far, and those of them made up audibly in place of missing ones. */
  readonly samples: number;
  readonly concealed: number;
  /** Sum of the seconds each sample waited in the jitter buffer, and how many samples that were. */
  readonly bufferDelay: number;
  readonly buffered: number;
  /** Share of our packets the other side missed lately, by its own report (RTCP); `null` before the first. */
  readonly missedThere: number | null;
}

export interface DirectionStats {
  readonly packets: number;
  /** `totalAudioEnergy` and `totalSamplesDuration` of the standard: level² × seconds, and seconds. Firefox has none of what is sent. */
  readonly energy: number | null;
  readonly duration: number;
}

/** The members of the W3C's webrtc-stats that TypeScript's own types leave out or leave untyped. */
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

/** Reads a report of the call's one connection, which carries audio and nothing else. */
export function readCallStats(report: Pick<RTCStatsReport, 'forEach'>, at: number): CallStats {
  const found = new Map<string, StatsEntry>();
  report.forEach((entry: StatsEntry) => {
    if (entry.type === 'candidate-pair' && !(entry.nominated && entry.state === 'succeeded')) return;
    if (entry.kind === undefined || entry.kind === 'audio') found.set(entry.type, entry);
  });
  const inbound = found.get('inbound-rtp');
  const reported = found.get('remote-inbound-rtp');
  return {
    at,
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
  };
}

/**
 * The mean level of a direction between two looks, 0 to 1; `null` where the browser measures none. A counter that went back
 * (another microphone) begins anew.
 */
export function levelBetween(before: DirectionStats, after: DirectionStats): number | null {
  if (after.energy === null) return null;
  const begun = before.energy === null || before.energy > after.energy || before.duration > after.duration;
  const energy = after.energy - (begun ? 0 : (before.energy ?? 0));
  const duration = after.duration - (begun ? 0 : before.duration);
  return duration > 0 ? Math.sqrt(energy / duration) : 0;
}
