import { CommandActions } from '../state/command-actions';
import { concernsCall } from '../state/call/call-phase';
import type { MediatelCommand } from '../state/command-status';
import { type CommandContext, allows } from '../selectors/command-refusal';
import { type RoutedCommand, commandOf, isComposed } from './routed-command';

/**
 * The command that the leading tab may have sent for this action, if its answer was lost.
 *
 * `null` if the state shows the effect by itself: a pause planned for after the call, a mute of the phone alone.
 */
export function possibleSending(action: RoutedCommand, { agent }: CommandContext): MediatelCommand | null {
  if (!isComposed(action)) return commandOf(action);
  switch (action.type) {
    case CommandActions.hangUp.type:
      return { name: 'hangUp' };
    case CommandActions.setMuted.type:
      return allows(agent, 'CMD_MUTE') ? { name: 'mute', muted: action.muted } : null;
    case CommandActions.setPredictive.type:
      return { name: 'predictive', on: action.on };
    case CommandActions.takePause.type:
      return concernsCall(agent.phase) ? null : { name: 'pause', pauseId: action.pauseId };
    case CommandActions.cancelNextPause.type:
      return null;
    case CommandActions.saveCallCodes.type: {
      const { callTraceID, callNumber = null, codeIds } = action;
      return { name: 'saveCallCodes', callTraceID, callNumber, codeIds: [...new Set(codeIds)] };
    }
  }
}
