import type { AgentPhase, KnownAgentCommand } from 'mediatel-lib/protocol';
import type { AgentState } from '../state/agent-state';
import { isSameCall } from '../state/call-key';
import { concernsCall, isCallPhase } from '../state/call-phase';
import type { CommandName, CommandRefusal } from '../state/command-status';
import type { CommandsState } from '../state/commands-state';
import type { LinkState } from '../state/link-state';
import type { SoftphoneState } from '../state/softphone-state';

/** All that decides whether a command may be given. */
export interface CommandContext {
  readonly agent: AgentState;
  readonly softphone: SoftphoneState;
  readonly link: LinkState;
  readonly commands: CommandsState;
}

interface Condition {
  readonly phases: readonly AgentPhase[];
  /** Commands without a documented name are governed by the phase alone. */
  readonly needs?: KnownAgentCommand;
}

const loggedIn: readonly AgentPhase[] = [
  ...(['available', 'paused', 'dialing', 'delivered', 'talking', 'held', 'clerical', 'unknown'] as const),
];

const conditions: Readonly<Record<Exclude<CommandName, 'hangUp' | 'mute' | 'restartAgent'>, Condition>> = {
  logIn: { phases: ['loggedOut'], needs: 'CMD_LOGIN' },
  logOut: { phases: ['available', 'paused', 'clerical', 'unknown'], needs: 'CMD_LOGOUT' },
  makeCall: { phases: ['available'], needs: 'CMD_MAKECALL' },
  hold: { phases: ['talking'], needs: 'CMD_HOLDCALL' },
  retrieve: { phases: ['held'] },
  predictive: { phases: loggedIn, needs: 'CMD_PREDICTIVE' },
  // In a call and its clerical it becomes the next pause, whether Mediatel takes it now or later.
  pause: { phases: loggedIn, needs: 'CMD_PAUSE' },
  endPause: { phases: ['paused'] },
  saveCallCodes: { phases: ['clerical'] },
};

const notSignedIn: CommandRefusal = { reason: 'not-signed-in' };
const notConnected: CommandRefusal = { reason: 'not-connected' };
const notSynced: CommandRefusal = { reason: 'not-synced' };
const inCall: CommandRefusal = { reason: 'in-call' };
const noCall: CommandRefusal = { reason: 'no-call' };
const alreadyPending: CommandRefusal = { reason: 'already-pending' };
const notNeeded: CommandRefusal = { reason: 'not-needed' };

function linkRefusal(link: LinkState): CommandRefusal | null {
  if (link.session.status !== 'signedIn' && link.session.status !== 'signingOut') return notSignedIn;
  if (link.connection.status !== 'connected') return notConnected;
  return link.synced ? null : notSynced;
}

/** Whether Mediatel takes the command now. */
export const allows = (agent: AgentState, command: KnownAgentCommand): boolean =>
  agent.availableCommand.includes(command);

/** Whether Mediatel has a call for the operator; in an unknown state: had, as far as known. */
export const isInCall = (agent: AgentState): boolean =>
  isCallPhase(agent.phase === 'unknown' ? agent.knownPhase : agent.phase);

/** Hanging up stays possible as long as one side has a call and there is a way to tell it so. */
function hangUpRefusal({ agent, softphone, link }: CommandContext): CommandRefusal | null {
  // Audio can be ended, and what rings silenced, without Mediatel's knowing of it.
  if (softphone.call !== null && (softphone.call.answeredAt !== null || !isInCall(agent))) return null;
  if (!isInCall(agent)) return noCall;
  return link.connection.status === 'connected' ? null : notConnected;
}

/** The outgoing track can be silenced without Mediatel. */
function muteRefusal({ agent, softphone, link }: CommandContext): CommandRefusal | null {
  if (softphone.call !== null && softphone.call.answeredAt !== null) return null;
  if (!isCallPhase(agent.phase)) return noCall;
  return linkRefusal(link) ?? (allows(agent, 'CMD_MUTE') ? null : { reason: 'not-available', needs: 'CMD_MUTE' });
}

function restartRefusal({ agent, link, commands }: CommandContext): CommandRefusal | null {
  if (link.connection.status !== 'connected') return notConnected;
  if (commands.statuses.restartAgent.status === 'pending') return alreadyPending;
  if (link.agentUnavailable || agent.isAvailable === false) return null;
  return Object.values(commands.statuses).some(({ status }) => status === 'unanswered') ? null : notNeeded;
}

/**
 * Why a command can't be given now, or `null` if it can.
 *
 * What the command says (a number, a code) is looked at by `argumentRefusal`. `exit` is not held to `CMD_EXIT`: it is
 * for an agent that answers nothing any more, whose last list may be old.
 */
export function commandRefusal(context: CommandContext, name: CommandName): CommandRefusal | null {
  switch (name) {
    case 'hangUp':
      return hangUpRefusal(context);
    case 'mute':
      return muteRefusal(context);
    case 'restartAgent':
      return restartRefusal(context);
  }
  const { agent, link, commands } = context;
  const { phases, needs } = conditions[name];
  const unlinked = linkRefusal(link);
  if (unlinked) return unlinked;
  if (commands.statuses[name].status === 'pending') return alreadyPending;
  if (name === 'logOut' && isInCall(agent)) return inCall;
  if (!phases.includes(agent.phase)) return { reason: 'wrong-phase', phase: agent.phase, needs: phases };
  if (name === 'saveCallCodes') {
    const saved = commands.callCodeSaving;
    const call = { callTraceID: agent.knownCallTraceID, callNumber: agent.callNumber };
    if (saved?.status === 'saved' && isSameCall(saved, call)) return { reason: 'already-saved' };
  }
  if (name === 'pause' && concernsCall(agent.phase)) return null;
  return needs === undefined || allows(agent, needs) ? null : { reason: 'not-available', needs };
}
