import { Injectable, inject } from '@angular/core';
import { type Observable, map, switchMap } from 'rxjs';
import type { MediatelAgent, AgentChange } from './agent';
import { readEntries, readEntry, readId } from './read-entry';
import { RestApi } from './rest-api';

/** What differs from the template: an operator's own fields. */
export interface NewOperator {
  /** The login, as `name.surname`. */
  readonly Login: string;
  /** A generated password. */
  readonly Password: string;
  /** The e-mail address. */
  readonly Details: string;
  /**
   * The operator's own numbers; the first is the extension, from the pool prepared in advance. Default: none. Those of
   * the template stay with its operator.
   */
  readonly PersNumbers?: readonly string[];
}

/** Operators' accounts. Every failure is a `MediatelApiError`. */
@Injectable({ providedIn: 'root' })
export class MediatelAgents {
  readonly #api = inject(RestApi);

  /** All accounts. */
  list(): Observable<readonly MediatelAgent[]> {
    return this.#api.call('GET', '/agents').pipe(map((result) => readEntries<MediatelAgent>(result, 'ID')));
  }

  /** One account by its id. */
  get(id: number): Observable<MediatelAgent> {
    return this.#api.call('GET', `/agents/${id}`).pipe(map((result) => readEntry<MediatelAgent>(result, 'ID')));
  }

  /** The account of the cookie's owner. */
  self(): Observable<MediatelAgent> {
    return this.#api.call('GET', '/agents/self').pipe(map((result) => readEntry<MediatelAgent>(result, 'ID')));
  }

  /** Creates an account and returns its id. Fields that `MediatelAgent` does not name are sent too. */
  create(agent: Omit<MediatelAgent, 'ID'>): Observable<number> {
    return this.#api.call('POST', '/agents', { ...agent, ID: -1 }).pipe(map((result) => readId(result, 'ID')));
  }

  /** Changes the given fields of an account. */
  change(id: number, change: AgentChange): Observable<void> {
    return this.#api.call('PUT', `/agents/${id}`, change).pipe(map(() => undefined));
  }

  /** Deletes an account logically. `change(id, {State: 1})` restores it. */
  retire(id: number): Observable<void> {
    return this.change(id, { State: 0 });
  }

  /** Deletes an account for good. Mediatel allows that only for a retired one. */
  remove(id: number): Observable<void> {
    return this.#api.call('DELETE', `/agents/${id}`).pipe(map(() => undefined));
  }

  /** Live accounts whose login begins so, to choose a template by its first two or three characters (documented). */
  templates(loginStart: string): Observable<readonly MediatelAgent[]> {
    const start = loginStart.toLowerCase();
    return this.list().pipe(
      map((agents) => agents.filter(({ Login, State }) => State !== 0 && Login.toLowerCase().startsWith(start))),
    );
  }

  /**
   * Creates an operator as a copy of a template and returns the new id. The template's queues come along
   * (documented).
   */
  createFrom(templateId: number, { Login, Password, Details, PersNumbers }: NewOperator): Observable<number> {
    return this.get(templateId).pipe(
      switchMap(({ PersNumbers: ofTemplate, ...template }) => {
        const numbers = PersNumbers ?? (ofTemplate && []);
        const own = { Login, Password, Details, State: 1, ...(numbers ? { PersNumbers: numbers } : {}) } as const;
        return this.create({ ...template, ...own });
      }),
    );
  }
}
