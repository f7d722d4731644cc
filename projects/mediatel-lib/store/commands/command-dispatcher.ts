import { Injectable, type Signal, inject } from '@angular/core';
import { type Action, Store } from '@ngrx/store';
import { AgentConnection, MediatelClock } from 'mediatel-lib/ports';
import { type AgentRequest, randomId } from 'mediatel-lib/protocol';
import { AccountVault } from './account-vault';
import { argumentRefusal } from './argument-refusal';
import { CommandOutcomes } from '../state/command-actions';
import { type CommandContext, apartFromCheck, commandRefusal } from '../selectors/command-refusal';
import { requestsOf } from './command-wire';
import type { MediatelCommand } from '../state/command-status';
import { SentCodes } from './sent-codes';
import { selectCommandContext } from '../selectors/selectors';

/** Sends every command of the library at once, or refuses it with a reason. Nothing is queued. */
@Injectable({ providedIn: 'root' })
export class CommandDispatcher {
  readonly #connection = inject(AgentConnection);
  readonly #clock = inject(MediatelClock);
  readonly #vault = inject(AccountVault);
  readonly #sentCodes = inject(SentCodes);

  /** The current state, as far as commands depend on it. */
  readonly context: Signal<CommandContext> = inject(Store).selectSignal(selectCommandContext);

  /**
   * Sends the command's requests, if the command is allowed now.
   *
   * @returns `commandSent` or `commandRefused`, for the caller to dispatch.
   */
  sendIfAllowed(command: MediatelCommand): Action {
    const context = apartFromCheck(this.context());
    const refusal = commandRefusal(context, command.name) ?? argumentRefusal(context.agent, command);
    if (refusal) return CommandOutcomes.commandRefused({ command: command.name, refusal });
    const requests = this.#requests(command);
    if (requests === null) {
      return CommandOutcomes.commandRefused({ command: command.name, refusal: { reason: 'not-signed-in' } });
    }
    const takeBack = this.#noteCodes(command);
    if (!this.send(requests)) {
      takeBack();
      return CommandOutcomes.commandRefused({ command: command.name, refusal: { reason: 'not-connected' } });
    }
    return this.sent(command);
  }

  /**
   * Sends the requests in order and stops at the first that the connection refuses.
   *
   * @returns Whether the connection took all of them.
   */
  send(requests: readonly AgentRequest[]): boolean {
    return requests.every((request) => this.#connection.send(request).sent);
  }

  /** The action `commandSent`, with the current time and call. */
  sent(command: MediatelCommand): Action {
    const { callNumber } = this.context().agent;
    const given = { command, sentAt: this.#clock.monotonic(), callNumber, request: randomId() };
    return CommandOutcomes.commandSent({ given });
  }

  /** Stores codes that are about to be sent: the next leading tab must know of them, even if this one closes now. */
  #noteCodes(command: MediatelCommand): () => void {
    if (command.name !== 'saveCallCodes' || command.callTraceID === null) return () => undefined;
    return this.#sentCodes.note(command.callTraceID, command.codeIds);
  }

  #requests(command: MediatelCommand): readonly AgentRequest[] | null {
    if (command.name !== 'logIn') return requestsOf(command);
    const request = this.#vault.loginRequest();
    return request && [request];
  }
}
