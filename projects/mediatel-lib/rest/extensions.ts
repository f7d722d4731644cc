import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import type { MediatelExtension, ExtensionBatch, ExtensionChange } from './extension';
import { readEntries, readEntry, readId } from './read-entry';
import { RestApi } from './rest-api';

/** Extensions, of which an operator is given one from a pool prepared in advance. Every failure is a `MediatelApiError`. */
@Injectable({ providedIn: 'root' })
export class MediatelExtensions {
  readonly #api = inject(RestApi);

  list(): Observable<readonly MediatelExtension[]> {
    return this.#api.call('GET', '/extensions').pipe(map((result) => readEntries<MediatelExtension>(result, 'E_ID')));
  }

  get(id: number): Observable<MediatelExtension> {
    return this.#api
      .call('GET', `/extensions/${id}`)
      .pipe(map((result) => readEntry<MediatelExtension>(result, 'E_ID')));
  }

  /** Creates an extension; answers with its id. */
  create(extension: Omit<MediatelExtension, 'E_ID'>): Observable<number> {
    return this.#api
      .call('POST', '/extensions', { ...extension, E_ID: -1 })
      .pipe(map((result) => readId(result, 'E_ID')));
  }

  change(id: number, change: ExtensionChange): Observable<void> {
    return this.#api.call('PUT', `/extensions/${id}`, change).pipe(map(() => undefined));
  }

  remove(id: number): Observable<void> {
    return this.#api.call('DELETE', `/extensions/${id}`).pipe(map(() => undefined));
  }

  /** Deletes, modifies and creates many at once; answers with what the API says of them. */
  batch({ Deleted = [], Inserted = [] }: ExtensionBatch): Observable<readonly unknown[]> {
    return this.#api.call('PATCH', '/extensions', { Deleted, Inserted });
  }
}
