import type { KnownAgentCommand } from 'mediatel-lib/protocol';
import type { AgentState } from '../state/agent-state';
import { isSameCall } from '../state/call/call-key';
import { concernsCall, isCallPhase } from '../state/call/call-phase';
import { type CommandRule, type OwnRuleName, commandRules } from '../state/command-rules';
import type { CommandName, CommandRefusal } from '../state/command-status';
import type { CommandsState } from '../state/commands-state';
import type { LinkState } from '../state/link-state';
import { isAnswered } from '../state/call/answered';
import type { SoftphoneState } from '../state/softphone-state';

/** The state that decides whether a command is allowed. */
export interface CommandContext {
  /** The operator's state at Mediatel. */
  readonly agent: AgentState;
  /** The phone's state. */
  readonly softphone: SoftphoneState;
  /** The session and the link to Mediatel. */
  readonly link: LinkState;
  /** The state of the commands. */
  readonly commands: CommandsState;
}

const notSignedIn: CommandRefusal = { reason: 'not-signed-in' };
const notConnected: CommandRefusal = { reason: 'not-connected' };
const notSynced: CommandRefusal = { reason: 'not-synced' };
const inCall: CommandRefusal = { reason: 'in-call' };
const noCall: CommandRefusal = { reason: 'no-call' };
const alreadyPending: CommandRefusal = { reason: 'already-pending' };
const checking: CommandRefusal = { reason: 'checking' };
const notNeeded: CommandRefusal = { reason: 'not-needed' };

/** Why nothing can be sent to Mediatel now; `null` if it can. */
export function linkRefusal(link: LinkState): CommandRefusal | null {
  if (link.session.status !== 'signedIn' && link.session.status !== 'signingOut') return notSignedIn;
  if (link.connection.status !== 'connected') return notConnected;
  return link.synced ? null : notSynced;
}

/** Whether Mediatel lists the command in `availableCommand` now. */
export const allows = (agent: AgentState, command: KnownAgentCommand): boolean =>
  agent.availableCommand.includes(command);

/** Whether Mediatel has a call for the operator. In an unknown state, the last known phase counts. */
export const isInCall = (agent: AgentState): boolean =>
  isCallPhase(agent.phase === 'unknown' ? agent.knownPhase : agent.phase);

/** Hanging up is allowed as long as one side has a call and can be reached. */
function hangUpRefusal({ agent, softphone, link }: CommandContext): CommandRefusal | null {
  // The phone can end an answered call, or silence a ringing one, without Mediatel.
  if (isAnswered(softphone.call) || (softphone.call !== null && !isInCall(agent))) return null;
  if (!isInCall(agent)) return noCall;
  return link.connection.status === 'connected' ? null : notConnected;
}

/** In an answered call muting is always allowed: the outgoing track can be silenced without Mediatel. */
function muteRefusal({ agent, softphone, link }: CommandContext): CommandRefusal | null {
  if (isAnswered(softphone.call)) return null;
  if (!isCallPhase(agent.phase)) return noCall;
  return linkRefusal(link) ?? (allows(agent, 'CMD_MUTE') ? null : { reason: 'not-available', needs: 'CMD_MUTE' });
}

function restartRefusal({ agent, link, commands }: CommandContext): CommandRefusal | null {
  if (link.connection.status !== 'connected') return notConnected;
  if (commands.statuses.restartAgent.status === 'pending') return alreadyPending;
  if (link.agentUnavailable || agent.isAvailable === false) return null;
  return Object.values(commands.statuses).some(({ status }) => status === 'unanswered') ? null : notNeeded;
}

const ownRules: Readonly<Record<OwnRuleName, (context: CommandContext) => CommandRefusal | null>> = {
  hangUp: hangUpRefusal,
  mute: muteRefusal,
  restartAgent: restartRefusal,
};

/** The context of a call that the host's guard has allowed: another check in this tab does not hinder it. */
export const apartFromCheck = (context: CommandContext): CommandContext =>
  context.commands.dialCheck === null ? context : { ...context, commands: { ...context.commands, dialCheck: null } };

/**
 * Why a command is not allowed now, or `null` if it is.
 *
 * The command's arguments (a number, a code) are checked by `argumentRefusal`. The restart (`exit`) does not need `CMD_EXIT`:
 * it is for an agent that answers nothing any more, whose last list may be old.
 */
export function commandRefusal(context: CommandContext, name: CommandName): CommandRefusal | null {
  const { phases, needs }: CommandRule = commandRules[name];
  if (phases === 'own') return ownRules[name as OwnRuleName](context);
  const { agent, link, commands } = context;
  const unlinked = linkRefusal(link);
  if (unlinked) return unlinked;
  // No call during a sign-out: Mediatel would decide which of the two comes first.
  if (name === 'makeCall' && link.session.status === 'signingOut') return notSignedIn;
  if (commands.statuses[name].status === 'pending') return alreadyPending;
  if (name === 'makeCall' && commands.dialCheck !== null) return checking;
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
