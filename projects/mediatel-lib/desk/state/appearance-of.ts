import {
  type AgentState,
  type MediatelCall,
  type LinkState,
  type SoftphoneState,
  notReadyReason,
} from 'mediatel-lib/store';
import type { AgentAppearance } from 'mediatel-lib/ui';
import { isSynced } from './stale-audio';

/** All that an operator's appearance is told from. */
export interface DeskViewModel {
  readonly agent: AgentState;
  readonly link: LinkState;
  readonly softphone: SoftphoneState;
  readonly call: MediatelCall | null;
  /** The operator has asked for a call, and Mediatel has not answered yet. */
  readonly isDialling: boolean;
}

/**
 * How the operator's state looks.
 *
 * A lost connection hides the state, which is then only what was last known, except in a call that can still be heard.
 * Being available without a phone that rings is not looking available: the next call would be lost.
 */
export function appearanceOf({ agent, link, softphone, call, isDialling }: DeskViewModel): AgentAppearance {
  switch (link.session.status) {
    case 'signedOut':
    case 'failed':
      return 'loggedOut';
    case 'signingIn':
      return 'starting';
  }
  // The phone alone says "in a call" only where Mediatel says nothing.
  if (call?.audio === 'answered' && call.phase !== 'audio-only') return call.phase;
  if (call?.audio === 'answered' && !isSynced(link)) return 'talking';
  const { status } = link.connection;
  if (status !== 'connected') return status === 'connecting' && !agent.known ? 'starting' : 'notReady';
  if (link.agentUnavailable) return 'notReady';
  if (!link.synced) return 'starting';
  // Mediatel's first word on it is still to come.
  if (call?.phase === 'audio-only') return isDialling ? 'dialing' : 'delivered';
  return agent.phase === 'available' ? availability(softphone) : agent.phase;
}

function availability(softphone: SoftphoneState): AgentAppearance {
  if (notReadyReason(softphone) === null) return 'available';
  const { registration, microphone } = softphone;
  const starting = ['connecting', 'registering', 'registered'].includes(registration.status);
  return starting && microphone.status !== 'failed' ? 'starting' : 'notReady';
}
