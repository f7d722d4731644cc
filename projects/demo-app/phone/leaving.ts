import { Injectable, inject } from '@angular/core';
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

  /** Refused during a call: the desk says so, since that is where the call can be ended. */
  async leave(): Promise<void> {
    if (!this.#session.hasPhone() || this.#agent.state().status === 'signedOut') return this.#leave();
    if (this.#leaving) return;
    this.#leaving = true;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    const refusal = await Promise.race([this.#agent.signOut(), late]);
    this.#leaving = false;
    if (refusal === null) this.#leave();
  }

  #leave(): void {
    void this.#session.signOut();
  }
}
