import { Injectable, inject } from '@angular/core';
import { type Observable, map, switchMap } from 'rxjs';
import type { MediatelAgent, AgentChange } from './agent';
import { readEntries, readEntry, readId } from './read-entry';
import { RestApi } from './rest-api';

/** What is an operator's own; the rest comes from the template. */
export interface NewOperator {
  /** `name.surname`. */
  readonly Login: string;
  readonly Password: string;
  /** The e-mail. */
  readonly Details: string;
}

/** Operators' accounts. Every failure is a `MediatelApiError`. */
@Injectable({ providedIn: 'root' })
export class MediatelAgents {
  readonly #api = inject(RestApi);

  list(): Observable<readonly MediatelAgent[]> {
    return this.#api.call('GET', '/agents').pipe(map((result) => readEntries<MediatelAgent>(result, 'ID')));
  }

  get(id: number): Observable<MediatelAgent> {
    return this.#api.call('GET', `/agents/${id}`).pipe(map((result) => readEntry<MediatelAgent>(result, 'ID')));
  }

  /** The one whose cookie it is. */
  self(): Observable<MediatelAgent> {
    return this.#api.call('GET', '/agents/self').pipe(map((result) => readEntry<MediatelAgent>(result, 'ID')));
  }

  /** Creates an account; answers with its id. Fields of the agent that are not named here go along. */
  create(agent: Omit<MediatelAgent, 'ID'>): Observable<number> {
    return this.#api.call('POST', '/agents', { ...agent, ID: -1 }).pipe(map((result) => readId(result, 'ID')));
  }

  change(id: number, change: AgentChange): Observable<void> {
    return this.#api.call('PUT', `/agents/${id}`, change).pipe(map(() => undefined));
  }

  /** The logical delete: the account rests and can be brought back by `change(id, {State: 1})`. */
  retire(id: number): Observable<void> {
    return this.change(id, { State: 0 });
  }

  /** Removes an account for good; Mediatel takes that only of one that was retired. */
  remove(id: number): Observable<void> {
    return this.#api.call('DELETE', `/agents/${id}`).pipe(map(() => undefined));
  }

  /** Accounts whose login begins so, for choosing a template: its first two or three characters (documented). */
  templates(loginStart: string): Observable<readonly MediatelAgent[]> {
    const start = loginStart.toLowerCase();
    return this.list().pipe(
      map((agents) => agents.filter(({ Login, State }) => State !== 0 && Login.toLowerCase().startsWith(start))),
    );
  }

  /** Creates an operator as a copy of a template, whose queues come along (documented). Answers with the new id. */
  createFrom(templateId: number, { Login, Password, Details }: NewOperator): Observable<number> {
    return this.get(templateId).pipe(
      switchMap((template) => this.create({ ...template, Login, Password, Details, State: 1 })),
    );
  }
}
