import type { AgentState } from '../state/agent-state';
import { isCallPhase } from '../state/call-phase';
import type { GivenCommand } from '../state/command-status';

export type CommandVerdict = 'waiting' | 'confirmed' | 'overtaken';

const either = (confirmed: boolean, overtaken: boolean): CommandVerdict =>
  confirmed ? 'confirmed' : overtaken ? 'overtaken' : 'waiting';

/**
 * What the state says to a command that was sent. An unknown phase says nothing.
 *
 * The saving of call codes is judged by `clericalEnded`, a failed log-in and a failed call by their events.
 */
export function commandVerdict({ command, callNumber }: GivenCommand, agent: AgentState): CommandVerdict {
  const { phase } = agent;
  if (phase === 'unknown') return 'waiting';
  const sameCall = isCallPhase(phase) && agent.callNumber === callNumber;
  switch (command.name) {
    case 'logIn':
      return either(phase !== 'loggedOut', false);
    case 'logOut':
      // A call came first: Mediatel lets nobody out of one.
      return either(phase === 'loggedOut', isCallPhase(phase));
    case 'makeCall':
      return either(isCallPhase(phase), phase !== 'available');
    case 'hangUp':
      return either(!sameCall, false);
    case 'hold':
      return either(sameCall && phase === 'held', !sameCall);
    case 'retrieve':
      return either(sameCall && phase === 'talking', !sameCall);
    case 'mute':
      return either(sameCall && agent.mute === command.muted, !sameCall);
    case 'predictive':
      return either(agent.predictiveStatus === command.on, phase === 'loggedOut');
    case 'pause':
      return either(
        phase === 'paused' && agent.pauseId === command.pauseId,
        phase === 'loggedOut' || isCallPhase(phase),
      );
    case 'endPause':
      return either(phase !== 'paused', false);
    case 'restartAgent':
      return either(phase === 'loggedOut', false);
    case 'saveCallCodes':
      return 'waiting';
  }
}
