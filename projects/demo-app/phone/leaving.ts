import { Injectable, inject } from '@angular/core';
import { AgentSession } from 'mediatel-lib';
import { Session } from '../session/session';

/**
 * Out of the phone first, then out of the CRM.
 *
 * The CRM's sign-out deletes the cookie, without which nobody could be logged out of Mediatel any more. The library waits for
 * Mediatel no longer than a few seconds.
 */
@Injectable({ providedIn: 'root' })
export class Leaving {
  readonly #session = inject(Session);
  readonly #agent = inject(AgentSession);
  #leaving = false;

  /** Refused during a call: the desk says so, since that is where the call can be ended. */
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
