import { Injectable, computed, inject } from '@angular/core';
import { AgentConnection, type MediatelAccount, type SendOutcome } from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { LazyPorts } from './lazy-ports';

/** The operator's link to Mediatel, in this tab or through the one that leads. */
@Injectable()
export class TabConnection extends AgentConnection {
  readonly #shell = inject(LazyPorts);
  override readonly state = computed(() => this.#shell.connection()());
  override readonly messages = this.#shell.messages.asObservable();

  override open(account: MediatelAccount): void {
    this.#shell.open(account);
  }

  override close(): void {
    this.#shell.mediatel = null;
    this.#shell.switch?.close();
  }

  override retryNow(): void {
    const { mediatel, switch: ports } = this.#shell;
    if (ports) ports.retryNow();
    else if (mediatel) this.open(mediatel);
  }

  override send(request: AgentRequest): SendOutcome {
    return this.#shell.switch?.send(request) ?? { sent: false, reason: 'not-connected' };
  }
}
