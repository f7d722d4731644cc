import type { AgentRequest } from 'mediatel-lib/protocol';
import { wireOf } from './command-wire';
import type { MediatelCommand } from '../state/command-status';

/** The requests a command is sent as, in order. Logging in is left out: its request holds a password (`AccountVault`). */
export const commandRequests = (
  command: Exclude<MediatelCommand, { readonly name: 'logIn' }>,
): readonly AgentRequest[] => wireOf(command).requests(command);
