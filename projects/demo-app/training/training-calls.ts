import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';

export type RequestedCall = { readonly ok: true } | { readonly ok: false; readonly reason: string };

function explain(error: unknown): string {
  const status = error instanceof HttpErrorResponse ? error.status : 0;
  switch (status) {
    case 409:
      return 'You are not available: log in on the phone, end a pause, or finish the last call first.';
    case 400:
      return 'That is no number a customer could call from.';
    case 403:
      return 'Your sign-in has ended. Sign in again.';
    case 0:
    case 502:
    case 504:
      return 'The training server does not answer.';
    default:
      return 'The training server could not place the call.';
  }
}

/** Orders calls from customers at the training server. */
@Injectable({ providedIn: 'root' })
export class TrainingCalls {
  readonly #http = inject(HttpClient);
  readonly #session = inject(Session);

  /** Orders a call to the signed-in operator. Never rejects: a refusal is a result. */
  async callMe(ani: string, queue: string): Promise<RequestedCall> {
    const agent = this.#session.user()?.login ?? '';
    try {
      await firstValueFrom(this.#http.post('/api/calls', { agent, ani, queue }));
      return { ok: true };
    } catch (error) {
      // A refusal is a result: it is shown beside the button.
      return { ok: false, reason: explain(error) };
    }
  }
}
