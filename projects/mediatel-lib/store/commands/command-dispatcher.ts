import { Injectable, type Signal, inject } from '@angular/core';
import { type Action, Store } from '@ngrx/store';
import { AgentConnection, MediatelClock } from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { AccountVault } from './account-vault';
import { argumentRefusal } from './argument-refusal';
import { CommandOutcomes } from '../state/command-actions';
import { type CommandContext, commandRefusal } from '../selectors/command-refusal';
import { commandRequests } from './command-requests';
import type { MediatelCommand } from '../state/command-status';
import { selectCommandContext } from '../selectors/selectors';

/** Where every command passes: refused with a reason, or sent at once. Nothing is kept to be sent later. */
@Injectable({ providedIn: 'root' })
export class CommandDispatcher {
  readonly #connection = inject(AgentConnection);
  readonly #clock = inject(MediatelClock);
  readonly #vault = inject(AccountVault);

  /** The state as it is at the moment of asking. */
  readonly context: Signal<CommandContext> = inject(Store).selectSignal(selectCommandContext);

  /** Sends the command's requests if it may be given now; returns the action that says how it fared. */
  give(command: MediatelCommand): Action {
    const context = this.context();
    const refusal = commandRefusal(context, command.name) ?? argumentRefusal(context.agent, command);
    if (refusal) return CommandOutcomes.commandRefused({ command: command.name, refusal });
    const requests = this.#requests(command);
    if (requests === null) {
      return CommandOutcomes.commandRefused({ command: command.name, refusal: { reason: 'not-signed-in' } });
    }
    if (!this.send(requests)) {
      return CommandOutcomes.commandRefused({ command: command.name, refusal: { reason: 'not-connected' } });
    }
    return this.sent(command);
  }

  /** Whether all of them left the tab. */
  send(requests: readonly AgentRequest[]): boolean {
    return requests.every((request) => this.#connection.send(request).sent);
  }

  /** Says that the command is on its way. */
  sent(command: MediatelCommand): Action {
    const { callNumber } = this.context().agent;
    return CommandOutcomes.commandSent({ given: { command, at: this.#clock.monotonic(), callNumber } });
  }

  #requests(command: MediatelCommand): readonly AgentRequest[] | null {
    if (command.name !== 'logIn') return commandRequests(command);
    const request = this.#vault.loginRequest();
    return request && [request];
  }
}
