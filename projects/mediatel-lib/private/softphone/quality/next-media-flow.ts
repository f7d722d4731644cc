import type { MediaFlowReason, MediaFlowState } from 'mediatel-lib/ports';

/** How long a direction may be unproved (ms). */
export const provingFor = 2500;
/**
 * How long a proved direction may be without sound before it counts as silent (ms): people listen longer than they
 * pause.
 */
const quietFor = 15_000;
/** How long a proved microphone may send only zeros before it counts as dead (ms). */
const deadFor = 8000;
/** The level (share of full scale, −50 dB) that separates speech from the noise of an open line. */
const sound = 0.003;
/** Share of packets missed at the other side from which on we are unintelligible. */
const missed = 0.95;

/** The state of one direction and its evidence. Times are monotonic (ms). */
export interface DirectionEvidence {
  readonly proof: MediaFlowState;
  /** When proving began: at the answer, on request, or when an obstacle was gone. */
  readonly since: number;
  readonly lastPacket: number | null;
  /** When the packets began that have passed since without a long gap. */
  readonly firstPacket: number | null;
  readonly lastSound: number | null;
  /** Time of the last level that was not exactly zero. */
  readonly lastNonZero: number | null;
  /** When a level was last measured. */
  readonly lastLevel: number | null;
}

/** What one look at a direction shows. */
export interface DirectionSight {
  readonly at: number;
  /** Packets since the last look. */
  readonly packets: number;
  /** Mean level since the last look, 0 to 1; `null` if the browser measures none. */
  readonly level: number | null;
  /** A known reason for silence, whatever the levels say. */
  readonly obstacle: MediaFlowReason | null;
  /** Whether zeros are suspicious: an open microphone is never exactly silent, but a line may be. */
  readonly zerosAreDead: boolean;
  /** Share of our packets that the other side missed; `null` before its first report. */
  readonly missedThere: number | null;
  /** The other side's first report, while it is awaited; else `null`. */
  readonly awaited: AwaitedReport | null;
}

/** A report that must come if the other side receives us: it has sent reports before. */
export interface AwaitedReport {
  /** How long after the first packet it may come (ms). */
  readonly within: number;
  /** Whether the other side is known not to receive us. A report alone proves that it does again. */
  readonly isOverdue: boolean;
}

const proving: MediaFlowState = { audibility: 'proving', reason: null };
const heard: MediaFlowState = { audibility: 'heard', reason: null };
const unknown: MediaFlowState = { audibility: 'unknown', reason: 'unmeasured' };
const silent = (reason: MediaFlowReason): MediaFlowState => ({ audibility: 'silent', reason });
const noPackets = (reason: 'no-packets' | 'not-received'): MediaFlowState => ({ audibility: 'no-packets', reason });

/** Nothing is known yet. Sounds before `since` prove nothing. */
export const beginProof = (since: number): DirectionEvidence => ({
  proof: proving,
  since,
  lastPacket: null,
  firstPacket: null,
  lastSound: null,
  lastNonZero: null,
  lastLevel: null,
});

/** Every transition of the state machine drawn at `MediaFlowStatus`, for one direction. */
export function nextMediaFlow(evidence: DirectionEvidence, sight: DirectionSight): DirectionEvidence {
  const { at, obstacle } = sight;
  if (obstacle && sight.awaited?.isOverdue !== true)
    return { ...beginProof(at), proof: settled(evidence.proof, silent(obstacle)) };
  const { reason } = evidence.proof;
  const lifted = reason !== null && (isObstacle(reason) || (reason === 'unmeasured' && sight.level !== null));
  const seen = lifted ? beginProof(at) : evidence;
  const next: DirectionEvidence = {
    ...seen,
    lastPacket: sight.packets > 0 ? at : seen.lastPacket,
    firstPacket: firstPacketOf(seen, sight),
    lastSound: sight.level !== null && sight.level >= sound ? at : seen.lastSound,
    lastNonZero: sight.level !== 0 ? at : seen.lastNonZero,
    lastLevel: sight.level !== null ? at : seen.lastLevel,
  };
  return { ...next, proof: settled(seen.proof, judge(next, sight)) };
}

function firstPacketOf({ firstPacket, lastPacket }: DirectionEvidence, { at, packets }: DirectionSight): number | null {
  if (packets <= 0) return firstPacket;
  return lastPacket !== null && at - lastPacket < provingFor ? firstPacket : at;
}

function judge(evidence: DirectionEvidence, sight: DirectionSight): MediaFlowState {
  const { at, zerosAreDead, missedThere, awaited } = sight;
  const { since, lastPacket, firstPacket, lastSound, lastNonZero, lastLevel, proof } = evidence;
  const known = proof.audibility === 'heard';
  if (awaited?.isOverdue) return noPackets('not-received');
  if (at - (lastPacket ?? since) >= provingFor) return noPackets('no-packets');
  if (lastPacket === null) return proof;
  if (missedThere !== null && missedThere >= missed) return noPackets('not-received');
  if (awaited) return at - (firstPacket ?? at) >= awaited.within ? noPackets('not-received') : proving;
  if (lastSound === at) return heard;
  // What is not measured does not count as silent.
  if (at - (lastLevel ?? since) >= provingFor) return unknown;
  // Without packets for a moment, or between two words, the state stays.
  if (zerosAreDead && at - (lastNonZero ?? since) >= (known ? deadFor : provingFor)) return silent('digital-silence');
  if (at - (lastSound ?? since) >= (known ? quietFor : provingFor)) return silent('quiet');
  return proof.audibility === 'no-packets' ? proving : proof;
}

function isObstacle(reason: MediaFlowReason): boolean {
  return !['no-packets', 'not-received', 'digital-silence', 'quiet', 'unmeasured'].includes(reason);
}

const settled = (before: MediaFlowState, after: MediaFlowState): MediaFlowState =>
  before.audibility === after.audibility && before.reason === after.reason ? before : after;
