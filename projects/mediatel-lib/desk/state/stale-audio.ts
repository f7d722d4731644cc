import {
  type AgentState,
  type MediatelCall,
  type LinkState,
  type SoftphoneState,
  isCallPhase,
} from 'mediatel-lib/store';

/** Whether Mediatel's state is current: connected, synced, with an agent for this operator. */
export const isSynced = (link: LinkState): boolean =>
  link.connection.status === 'connected' && link.synced && !link.agentUnavailable;

/**
 * Whether the call is only audio that outlives Mediatel's call. The server ends that audio a little later.
 *
 * Audio that began after Mediatel's present state belongs to a call whose first snapshot is still to come. This holds
 * during the grace period of `reconcile`.
 */
export function isStaleAudio(
  call: MediatelCall | null,
  agent: AgentState,
  link: LinkState,
  softphone: SoftphoneState,
): boolean {
  if (call?.phase !== 'audio-only' || call.audio !== 'answered' || !isSynced(link)) return false;
  if (isCallPhase(agent.phase)) return false;
  const invitedAt = softphone.call?.invitedAt ?? 0;
  const isYoung = agent.phase !== 'clerical' && invitedAt >= agent.phaseReceivedAt;
  return !isYoung || call.disagreements.includes('server-idle');
}
