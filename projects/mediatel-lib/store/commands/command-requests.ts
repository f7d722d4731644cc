import type { AgentRequest } from 'mediatel-lib/protocol';
import { dialable } from './argument-refusal';
import type { Command } from '../state/command-status';

/** The requests a command is sent as, in order. Logging in is left out: its request holds a password (`AccountVault`). */
export function commandRequests(command: Exclude<Command, { readonly name: 'logIn' }>): readonly AgentRequest[] {
  switch (command.name) {
    case 'logOut':
      return [{ type: 'logout' }];
    case 'makeCall': {
      const phoneNumber = dialable(command.phoneNumber) ?? command.phoneNumber;
      return [
        command.queueName === null
          ? { type: 'makeCall', phoneNumber }
          : { type: 'makeCall', phoneNumber, queueName: command.queueName },
      ];
    }
    case 'hangUp':
      return [{ type: 'closeCall' }];
    case 'hold':
      return [{ type: 'holdCall' }];
    case 'retrieve':
      return [{ type: 'retrieveCall' }];
    case 'mute':
      return [{ type: 'muteCall' }];
    case 'predictive':
      return [{ type: 'predictive' }];
    case 'pause':
      return [{ type: 'pause', id: command.pauseId }];
    case 'endPause':
      return [{ type: 'pause', id: 0 }];
    case 'saveCallCodes':
      return command.codeIds.map((id) => ({ type: 'resolutionSet', id: Number(id) }));
    case 'restartAgent':
      return [{ type: 'exit' }];
  }
}
