import type { Action } from '@ngrx/store';
import { argumentRefusal } from './argument-refusal';
import { concernsCall } from '../state/call/call-phase';
import { CommandOutcomes } from '../state/command-actions';
import type { CommandDesk } from './command-desk';
import { allows, commandRefusal } from '../selectors/command-refusal';
import type { Command } from '../state/command-status';

type Desk = Pick<CommandDesk, 'context' | 'give' | 'send' | 'sent'>;

/** Sends the next pause where Mediatel takes it now, for after the call; else it is kept for clerical. */
export function planNextPause(desk: Desk, pauseId: string): Action {
  const sent = allows(desk.context().agent, 'CMD_PAUSE') && desk.send([{ type: 'pause', id: pauseId }]);
  return CommandOutcomes.nextPausePlanned({ pauseId, sent });
}

/** Takes a pause now, or during a call and its clerical: next. */
export function takePause(desk: Desk, pauseId: string): readonly Action[] {
  const context = desk.context();
  const command: Command = { name: 'pause', pauseId };
  if (!concernsCall(context.agent.phase)) return [desk.give(command)];
  const refusal = commandRefusal(context, 'pause') ?? argumentRefusal(context.agent, command);
  return [refusal ? CommandOutcomes.commandRefused({ command: 'pause', refusal }) : planNextPause(desk, pauseId)];
}

export function cancelNextPause(desk: Desk): readonly Action[] {
  const { nextPause } = desk.context().commands;
  if (nextPause === null) return [];
  // It was sent: a pause of 0 takes it back. Where that can't be sent, the pause stands and stays shown.
  if (nextPause.sent && !desk.send([{ type: 'pause', id: 0 }])) {
    return [CommandOutcomes.commandRefused({ command: 'pause', refusal: { reason: 'not-connected' } })];
  }
  return [CommandOutcomes.nextPauseDropped()];
}
