import {
  type AgentState,
  type MediatelCall,
  type LinkState,
  type SoftphoneState,
  notReadyReason,
} from 'mediatel-lib/store';
import type { AgentAppearance } from 'mediatel-lib/ui';
import { isSynced } from './stale-audio';

/** The facts from which an operator's appearance is derived. */
export interface DeskViewModel {
  readonly agent: AgentState;
  readonly link: LinkState;
  readonly softphone: SoftphoneState;
  readonly call: MediatelCall | null;
  /** Whether the operator gave the command to call and Mediatel has not answered yet. */
  readonly isDialling: boolean;
}

/**
 * How the operator's state looks.
 *
 * A lost connection hides the state, because it is only the last known one. A call that can still be heard is the
 * exception. An operator without a working phone does not look available, because the next call would be missed.
 */
export function appearanceOf({ agent, link, softphone, call, isDialling }: DeskViewModel): AgentAppearance {
  switch (link.session.status) {
    case 'signedOut':
    case 'failed':
      return 'loggedOut';
    case 'signingIn':
      return 'starting';
  }
  // The phone alone decides "in a call" only when Mediatel sends nothing.
  if (call?.audio === 'answered' && call.phase !== 'audio-only') return call.phase;
  if (call?.audio === 'answered' && !isSynced(link)) return 'talking';
  const { status } = link.connection;
  if (status !== 'connected') return status === 'connecting' && !agent.known ? 'starting' : 'notReady';
  if (link.agentUnavailable) return 'notReady';
  if (!link.synced) return 'starting';
  // Mediatel's first snapshot of this call is still to come.
  if (call?.phase === 'audio-only') return isDialling ? 'dialing' : 'delivered';
  return agent.phase === 'available' ? availability(softphone) : agent.phase;
}

function availability(softphone: SoftphoneState): AgentAppearance {
  if (notReadyReason(softphone) === null) return 'available';
  const { registration, microphone } = softphone;
  const starting = ['connecting', 'registering', 'registered'].includes(registration.status);
  return starting && microphone.status !== 'failed' ? 'starting' : 'notReady';
}
