import {
  type AgentState,
  type MediatelCall,
  type LinkState,
  type SoftphoneState,
  isCallPhase,
} from 'mediatel-lib/store';

/** Whether Mediatel says how things stand: connected, synced, with an agent for this operator. */
export const isSynced = (link: LinkState): boolean =>
  link.connection.status === 'connected' && link.synced && !link.agentUnavailable;

/**
 * Whether the call is only audio that has outlived Mediatel's call, which the server ends a little later.
 *
 * Audio that began after Mediatel's present state belongs to a call of which Mediatel has still to speak, for as long as
 * the grace of `reconcile` lasts.
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
