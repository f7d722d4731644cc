import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, map } from 'rxjs';
import { apiErrorOf, resultOf } from './api-answer';
import { MEDIATEL_REST_CONFIG } from './rest-config';

/** Calls the REST API and reads its answers. Every failure is a `MediatelApiError`. */
@Injectable({ providedIn: 'root' })
export class RestApi {
  readonly #http = inject(HttpClient);
  readonly #base = inject(MEDIATEL_REST_CONFIG).apiUrl.replace(/\/+$/, '');

  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
  ): Observable<readonly unknown[]> {
    return this.#http.request<unknown>(method, `${this.#base}${path}`, { body, withCredentials: true }).pipe(
      map(resultOf),
      catchError((thrown: unknown) => {
        throw apiErrorOf(thrown);
      }),
    );
  }
}
