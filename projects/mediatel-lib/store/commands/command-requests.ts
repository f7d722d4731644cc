import type { AgentRequest } from 'mediatel-lib/protocol';
import { wireOf } from './command-wire';
import type { MediatelCommand } from '../state/command-status';

/** The requests of a command, in order. `logIn` is not here: its request holds a password, so `AccountVault` makes it. */
export const commandRequests = (
  command: Exclude<MediatelCommand, { readonly name: 'logIn' }>,
): readonly AgentRequest[] => wireOf(command).requests(command);
