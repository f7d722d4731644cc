import { Injectable, computed, inject } from '@angular/core';
import { AgentConnection, type MediatelAccount, type SendOutcome } from 'mediatel-lib/ports';
import type { AgentRequest } from 'mediatel-lib/protocol';
import { LazyPorts } from './lazy-ports';

/** The operator's connection to Mediatel: in this tab, or through the leading one. */
@Injectable()
export class TabConnection extends AgentConnection {
  readonly #shell = inject(LazyPorts);
  /** State of the connection, here or in the leading tab. */
  override readonly state = computed(() => this.#shell.connection()());
  /** The server's messages in the order of arrival. */
  override readonly messages = this.#shell.messages.asObservable();

  /** Loads the tabs' code. */
  override prepare(): void {
    void this.#shell.load();
  }

  /** Joins the operator's tabs. The leading tab opens the connection. */
  override open(account: MediatelAccount): void {
    this.#shell.open(account);
  }

  /** Leaves the operator's tabs. If this tab leads, it closes the connection. */
  override close(): void {
    this.#shell.mediatel = null;
    this.#shell.switch?.close();
  }

  /** Tries at once, here or in the leading tab. */
  override retryNow(): void {
    const { mediatel, switch: ports } = this.#shell;
    if (ports) ports.retryNow();
    else if (mediatel) this.open(mediatel);
  }

  /** Sends a request. Only the leading tab sends; the others refuse with `not-connected`. */
  override send(request: AgentRequest): SendOutcome {
    return this.#shell.requestTarget?.send(request) ?? { sent: false, reason: 'not-connected' };
  }
}
