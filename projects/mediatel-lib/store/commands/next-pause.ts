import type { Action } from '@ngrx/store';
import { argumentRefusal } from './argument-refusal';
import { concernsCall } from '../state/call/call-phase';
import { CommandOutcomes } from '../state/command-actions';
import type { CommandDispatcher } from './command-dispatcher';
import { allows, commandRefusal } from '../selectors/command-refusal';
import type { MediatelCommand } from '../state/command-status';

type Dispatcher = Pick<CommandDispatcher, 'context' | 'sendIfAllowed' | 'send' | 'sent'>;

/** Plans the pause after the call: sends it now if Mediatel allows it, else keeps it for clerical. */
export function planNextPause(dispatcher: Dispatcher, pauseId: string): Action {
  const sent = allows(dispatcher.context().agent, 'CMD_PAUSE') && dispatcher.send([{ type: 'pause', id: pauseId }]);
  return CommandOutcomes.nextPausePlanned({ pauseId, sent });
}

/** Takes a pause now. During a call and its clerical it becomes the next pause. */
export function takePause(dispatcher: Dispatcher, pauseId: string): readonly Action[] {
  const context = dispatcher.context();
  const command: MediatelCommand = { name: 'pause', pauseId };
  if (!concernsCall(context.agent.phase)) return [dispatcher.sendIfAllowed(command)];
  const refusal = commandRefusal(context, 'pause') ?? argumentRefusal(context.agent, command);
  return [refusal ? CommandOutcomes.commandRefused({ command: 'pause', refusal }) : planNextPause(dispatcher, pauseId)];
}

/** Drops the next pause, and takes it back from Mediatel if it was sent. */
export function cancelNextPause(dispatcher: Dispatcher): readonly Action[] {
  const { nextPause } = dispatcher.context().commands;
  if (nextPause === null) return [];
  // A sent pause is taken back by a pause with id 0. If that can't be sent, the pause remains planned and shown.
  if (nextPause.sent && !dispatcher.send([{ type: 'pause', id: 0 }])) {
    return [CommandOutcomes.commandRefused({ command: 'pause', refusal: { reason: 'not-connected' } })];
  }
  return [CommandOutcomes.nextPauseDropped()];
}
