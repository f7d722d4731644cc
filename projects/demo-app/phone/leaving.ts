import { Injectable, effect, inject, untracked } from '@angular/core';
import { AgentSession } from 'mediatel-lib';
import { Session } from '../session/session';

/** How long the log-out from Mediatel may keep somebody who wants to go home. */
const patience = 2_000;

/** Out of the phone first, then out of the CRM. */
@Injectable({ providedIn: 'root' })
export class Leaving {
  readonly #session = inject(Session);
  readonly #agent = inject(AgentSession);
  #leaving = false;

  constructor() {
    effect(() => {
      const { status } = this.#agent.state();
      if (this.#leaving && status === 'signedOut') untracked(() => this.#leave());
    });
  }

  /** Refused during a call: the desk says so, since that is where the call can be ended. */
  leave(): void {
    if (!this.#session.hasPhone() || this.#agent.state().status === 'signedOut') return this.#leave();
    if (this.#agent.signOut() !== null || this.#leaving) return;
    this.#leaving = true;
    setTimeout(() => this.#leave(), patience);
  }

  #leave(): void {
    void this.#session.signOut();
  }
}
