import type { AgentRequestType } from 'mediatel-lib/protocol';
import { callErrors, type AgentPhase, type AgentState } from './agent-state';

const byPhase: Readonly<Record<AgentPhase, readonly AgentRequestType[]>> = {
  loggedOut: ['login', 'exit'],
  idle: ['logout', 'exit', 'makeCall', 'pause', 'predictive'],
  paused: ['logout', 'exit', 'pause', 'predictive'],
  dialing: ['exit', 'closeCall', 'pause'],
  failed: ['logout', 'exit', 'makeCall', 'pause', 'predictive'],
  delivered: ['exit', 'closeCall', 'pause'],
  active: ['exit', 'closeCall', 'pause', 'holdCall', 'muteCall'],
  held: ['exit', 'closeCall', 'pause', 'retrieveCall'],
  clerical: ['logout', 'exit', 'pause', 'predictive', 'resolutionSet'],
};

/** An operator for whom Force Pause is due can't escape it by a new call or another pause. */
const beforeForcePause: readonly AgentRequestType[] = ['logout', 'exit'];

/** The requests allowed now. Any other request is ignored. */
export function allowedRequests(state: AgentState): readonly AgentRequestType[] {
  const awaitsForcePause = state.phase === 'failed' && state.callError?.id === callErrors.extensionSilent.id;
  return awaitsForcePause ? beforeForcePause : byPhase[state.phase];
}
