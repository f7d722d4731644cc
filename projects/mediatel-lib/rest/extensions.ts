import { Injectable, inject } from '@angular/core';
import { type Observable, map } from 'rxjs';
import { batchOutcomes } from './batch-outcomes';
import type { MediatelExtension, ExtensionBatch, ExtensionBatchOutcome, ExtensionChange } from './extension';
import { readEntries, readEntry, readId } from './read-entry';
import { RestApi } from './rest-api';

/** Extensions. An operator gets one from a pool prepared in advance. Every failure is a `MediatelApiError`. */
@Injectable({ providedIn: 'root' })
export class MediatelExtensions {
  readonly #api = inject(RestApi);

  /** All extensions. */
  list(): Observable<readonly MediatelExtension[]> {
    return this.#api.call('GET', '/extensions').pipe(map((result) => readEntries<MediatelExtension>(result, 'E_ID')));
  }

  /** One extension by its id. */
  get(id: number): Observable<MediatelExtension> {
    return this.#api
      .call('GET', `/extensions/${id}`)
      .pipe(map((result) => readEntry<MediatelExtension>(result, 'E_ID')));
  }

  /** Creates an extension and returns its id. */
  create(extension: Omit<MediatelExtension, 'E_ID'>): Observable<number> {
    return this.#api
      .call('POST', '/extensions', { ...extension, E_ID: -1 })
      .pipe(map((result) => readId(result, 'E_ID')));
  }

  /** Changes the given fields of an extension. */
  change(id: number, change: ExtensionChange): Observable<void> {
    return this.#api.call('PUT', `/extensions/${id}`, change).pipe(map(() => undefined));
  }

  /** Deletes an extension. */
  remove(id: number): Observable<void> {
    return this.#api.call('DELETE', `/extensions/${id}`).pipe(map(() => undefined));
  }

  /**
   * Deletes, changes and creates many at once, and says what became of each entry, in the order of `Deleted`, then
   * `Inserted`. An entry that failed is no error of the whole. The form of the answer is ours: the documents give none.
   */
  apply(batch: ExtensionBatch): Observable<readonly ExtensionBatchOutcome[]> {
    return this.batch(batch).pipe(map((result) => batchOutcomes(batch, result)));
  }

  /** Deletes, changes and creates many at once. Returns the API's result unchanged. */
  batch({ Deleted = [], Inserted = [] }: ExtensionBatch): Observable<readonly unknown[]> {
    return this.#api.call('PATCH', '/extensions', { Deleted, Inserted });
  }
}
