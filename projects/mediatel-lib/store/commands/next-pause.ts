import type { Action } from '@ngrx/store';
import { argumentRefusal } from './argument-refusal';
import { concernsCall } from '../state/call/call-phase';
import { CommandOutcomes } from '../state/command-actions';
import type { CommandDispatcher } from './command-dispatcher';
import { allows, commandRefusal } from '../selectors/command-refusal';
import type { MediatelCommand } from '../state/command-status';

type Dispatcher = Pick<CommandDispatcher, 'context' | 'give' | 'send' | 'sent'>;

/** Sends the next pause where Mediatel takes it now, for after the call; else it is kept for clerical. */
export function planNextPause(dispatcher: Dispatcher, pauseId: string): Action {
  const sent = allows(dispatcher.context().agent, 'CMD_PAUSE') && dispatcher.send([{ type: 'pause', id: pauseId }]);
  return CommandOutcomes.nextPausePlanned({ pauseId, sent });
}

/** Takes a pause now, or during a call and its clerical: next. */
export function takePause(dispatcher: Dispatcher, pauseId: string): readonly Action[] {
  const context = dispatcher.context();
  const command: MediatelCommand = { name: 'pause', pauseId };
  if (!concernsCall(context.agent.phase)) return [dispatcher.give(command)];
  const refusal = commandRefusal(context, 'pause') ?? argumentRefusal(context.agent, command);
  return [refusal ? CommandOutcomes.commandRefused({ command: 'pause', refusal }) : planNextPause(dispatcher, pauseId)];
}

export function cancelNextPause(dispatcher: Dispatcher): readonly Action[] {
  const { nextPause } = dispatcher.context().commands;
  if (nextPause === null) return [];
  // It was sent: a pause of 0 takes it back. Where that can't be sent, the pause stands and stays shown.
  if (nextPause.sent && !dispatcher.send([{ type: 'pause', id: 0 }])) {
    return [CommandOutcomes.commandRefused({ command: 'pause', refusal: { reason: 'not-connected' } })];
  }
  return [CommandOutcomes.nextPauseDropped()];
}
