import type { AgentRequestType, KnownAgentCommand } from 'mediatel-lib/protocol';
import { allowedRequests } from './allowed-requests';
import type { AgentPhase, AgentState } from './agent-state';

/** `closeCall`, `retrieveCall` and `resolutionSet` have no documented command: the state decides. */
export const commandOf: Readonly<Partial<Record<AgentRequestType, KnownAgentCommand>>> = {
  login: 'CMD_LOGIN',
  logout: 'CMD_LOGOUT',
  exit: 'CMD_EXIT',
  makeCall: 'CMD_MAKECALL',
  pause: 'CMD_PAUSE',
  predictive: 'CMD_PREDICTIVE',
  holdCall: 'CMD_HOLDCALL',
  muteCall: 'CMD_MUTE',
};

/** Commands without a documented request: they are listed where the documented snapshots show them. */
const extra: Readonly<Partial<Record<AgentPhase, readonly KnownAgentCommand[]>>> = {
  loggedOut: ['CMD_REQ_CRT_DETAILS'],
  idle: ['CMD_DIALPAD'],
  active: ['CMD_ADD_CALL_INFO', 'CMD_DIALPAD'],
  held: ['CMD_ADD_CALL_INFO', 'CMD_DIALPAD'],
  clerical: ['CMD_ADD_CALL_INFO'],
};

/** `availableCommand` of the snapshot. */
export function availableCommands(state: AgentState): readonly KnownAgentCommand[] {
  const requests = allowedRequests(state).flatMap((type) => commandOf[type] ?? []);
  return [...requests, 'CMD_REQ_PAUSE_LIST', ...(extra[state.phase] ?? [])];
}
