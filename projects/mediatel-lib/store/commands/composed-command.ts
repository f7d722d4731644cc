import type { Action } from '@ngrx/store';
import type { Softphone } from 'mediatel-lib/ports';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import type { CommandDispatcher } from './command-dispatcher';
import { allows, commandRefusal, isInCall } from '../selectors/command-refusal';
import type { MediatelCommand, ToggleName } from '../state/command-status';
import type { ComposedCommand } from './routed-command';
import { isAnswered } from '../state/call/answered';
import { cancelNextPause, takePause } from './next-pause';

/** What executes composed commands: the dispatcher for Mediatel's requests, the phone for the SIP call. */
export interface CommandMeans {
  readonly dispatcher: Pick<CommandDispatcher, 'context' | 'sendIfAllowed' | 'send' | 'sent'>;
  readonly softphone: Pick<Softphone, 'execute'>;
}

/**
 * Executes a composed command in the leading tab: sends it or refuses it at once.
 *
 * @returns The outcome, as actions for the caller to dispatch.
 */
export function giveComposed(means: CommandMeans, action: ComposedCommand): readonly Action[] {
  const { dispatcher } = means;
  switch (action.type) {
    case CommandActions.hangUp.type:
      return hangUp(means);
    case CommandActions.setMuted.type:
      return setMuted(means, action.muted);
    case CommandActions.setPredictive.type:
      return setPredictive(means, action.on);
    case CommandActions.takePause.type:
      return takePause(dispatcher, action.pauseId);
    case CommandActions.cancelNextPause.type:
      return cancelNextPause(dispatcher);
    case CommandActions.saveCallCodes.type:
      return saveCallCodes(means, action);
  }
}

/** Ends the SIP call if it is answered. A ringing call is never rejected: Mediatel would put the operator on Force Pause. */
export function sendBye(
  { dispatcher, softphone }: Pick<CommandMeans, 'softphone'> & { dispatcher: Pick<CommandDispatcher, 'context'> },
  callId: string,
): void {
  const { call } = dispatcher.context().softphone;
  if (call?.callId === callId && isAnswered(call)) softphone.execute({ type: 'hangUp', callId });
}

/** Sends `closeCall`; `endBySip` sends a BYE later if the SIP call is still there. Without a link to Mediatel: BYE at once. */
function hangUp(means: CommandMeans): readonly Action[] {
  const { dispatcher } = means;
  const context = dispatcher.context();
  const { agent, link, commands } = context;
  const refusal = commandRefusal(context, 'hangUp');
  if (refusal) return [CommandOutcomes.commandRefused({ command: 'hangUp', refusal })];
  const status = commands.statuses.hangUp;
  if (status.status === 'pending' && status.given.callNumber === agent.callNumber) return [];
  const isConnected = link.connection.status === 'connected';
  if (isConnected && isInCall(agent) && dispatcher.send([{ type: 'closeCall' }]))
    return [dispatcher.sent({ name: 'hangUp' })];
  const { call } = context.softphone;
  if (call === null) {
    return [CommandOutcomes.commandRefused({ command: 'hangUp', refusal: { reason: 'not-connected' } })];
  }
  if (!isAnswered(call)) return [CommandOutcomes.ringingDeclined({ callId: call.callId })];
  sendBye(means, call.callId);
  return [];
}

/** Mutes the outgoing track at once, and also the call at Mediatel if Mediatel allows the command. */
function setMuted({ dispatcher, softphone }: CommandMeans, muted: boolean): readonly Action[] {
  const context = dispatcher.context();
  const refusal = commandRefusal(context, 'mute');
  if (refusal) return [CommandOutcomes.commandRefused({ command: 'mute', refusal })];
  const { call } = context.softphone;
  if (call) softphone.execute({ type: 'setMuted', callId: call.callId, muted });
  const pending = toggleIn('pending', dispatcher, 'mute');
  if (pending !== null) return wantInstead(pending, 'mute', muted);
  if (!context.link.synced || !allows(context.agent, 'CMD_MUTE')) return [];
  return giveToggle(dispatcher, { name: 'mute', muted }, muted, context.agent.mute);
}

/** The request toggles. If the wanted value is already set, sending it would do the opposite. */
function setPredictive({ dispatcher }: CommandMeans, on: boolean): readonly Action[] {
  const pending = toggleIn('pending', dispatcher, 'predictive');
  if (pending !== null) return wantInstead(pending, 'predictive', on);
  return giveToggle(dispatcher, { name: 'predictive', on }, on, dispatcher.context().agent.predictiveStatus);
}

/**
 * Sends a toggle if the state differs from the wanted value.
 *
 * An earlier unanswered toggle may still arrive and undo this one. So the wanted value is kept, and `toggle-effects` restores it.
 */
function giveToggle(
  dispatcher: CommandMeans['dispatcher'],
  command: MediatelCommand & { readonly name: ToggleName },
  on: boolean,
  isOn: boolean,
): readonly Action[] {
  const { name } = command;
  const late = toggleIn('unanswered', dispatcher, name);
  if (isOn === on) return late === null ? [] : wantInstead(late, name, on);
  const given = dispatcher.sendIfAllowed(command);
  const isDoubled = late !== null && given.type === CommandOutcomes.commandSent.type;
  return isDoubled ? [given, CommandOutcomes.toggleWanted({ command: name, on })] : [given];
}

/** The final value of a toggle with this status, including the toggle wanted after it; `null` if there is none. */
function toggleIn(
  expected: 'pending' | 'unanswered',
  dispatcher: CommandMeans['dispatcher'],
  name: ToggleName,
): boolean | null {
  const { statuses, wanted } = dispatcher.context().commands;
  const status = statuses[name];
  if (status.status !== expected) return null;
  const { command } = status.given;
  const sent = command.name === 'mute' ? command.muted : command.name === 'predictive' && command.on;
  return wanted[name] ?? sent;
}

const wantInstead = (before: boolean, command: ToggleName, on: boolean): readonly Action[] =>
  before === on ? [] : [CommandOutcomes.toggleWanted({ command, on })];

function saveCallCodes(
  { dispatcher }: CommandMeans,
  { callTraceID, callNumber = null, codeIds, pauseId }: ReturnType<typeof CommandActions.saveCallCodes>,
): readonly Action[] {
  const saved = dispatcher.sendIfAllowed({
    name: 'saveCallCodes',
    callTraceID,
    callNumber,
    codeIds: [...new Set(codeIds)],
  });
  // If the codes were refused, take no pause: it could end clerical, and the codes would be lost.
  const isSent = saved.type === CommandOutcomes.commandSent.type;
  return isSent && pauseId ? [saved, ...takePause(dispatcher, pauseId)] : [saved];
}
