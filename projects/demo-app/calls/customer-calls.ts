import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { type ServerRefusal, serverRefusal } from './server-refusal';

/** Orders calls from customers at the training server, and failures of the own line. For the signed-in operator only. */
@Injectable({ providedIn: 'root' })
export class CustomerCalls {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);

  /** Orders a call. Resolves with why it does not come, or with `null`. */
  callMe(ani: string, queue: string): Promise<ServerRefusal | null> {
    return this.#order('/api/calls', { ani, queue });
  }

  /** Cuts the own line for some seconds: to Mediatel, or the phone's. Resolves with why it is not cut, or with `null`. */
  cutLine(line: 'mediatel' | 'sip', seconds: number): Promise<ServerRefusal | null> {
    return this.#order('/api/faults', { line, seconds });
  }

  async #order(address: string, fields: object): Promise<ServerRefusal | null> {
    const agent = this.#session.user()?.login ?? '';
    try {
      await firstValueFrom(this.#http.post(address, { agent, ...fields }));
      return null;
    } catch (error) {
      // A refusal is a result: it is shown beside the button.
      return serverRefusal(error);
    }
  }
}
