import { Injectable, inject } from '@angular/core';
import { AgentSession } from 'mediatel-lib';
import { Session } from '../session/session';

/**
 * Signs out of the phone first, then out of the CRM.
 *
 * The CRM's sign-out deletes the cookie. Without the cookie the operator could no longer be logged out of Mediatel. The library
 * waits for Mediatel for a few seconds at most.
 */
@Injectable({ providedIn: 'root' })
export class Leaving {
  readonly #session = inject(Session);
  readonly #agent = inject(AgentSession);
  #leaving = false;

  /** Signs out. It is refused during a call; the desk shows the reason, because the call can be ended there. */
  async leave(): Promise<void> {
    if (!this.#session.hasPhone() || this.#agent.state().status === 'signedOut') return this.#leave();
    if (this.#leaving) return;
    this.#leaving = true;
    const refusal = await this.#agent.signOut();
    this.#leaving = false;
    if (refusal === null) this.#leave();
  }

  #leave(): void {
    const state = this.#agent.state();
    void this.#session.signOut(state.status === 'signedOut' && state.stillLoggedIn === true);
  }
}
