import { HttpClient, HttpErrorResponse, type HttpResponse } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, catchError, map, of } from 'rxjs';
import { apiErrorOf } from './api-answer';
import { MediatelApiError } from './api-error';
import { MEDIATEL_REST_CONFIG } from './rest-config';

/** Whether a call's recording is available, and if not, why. `failed`: any other answer; `code` is its HTTP status. */
export type RecordingAvailability =
  | { readonly status: 'available' }
  | { readonly status: 'unauthorised' }
  | { readonly status: 'absent' }
  | { readonly status: 'unreachable' }
  | { readonly status: 'failed'; readonly code: number };

const available: RecordingAvailability = { status: 'available' };

/**
 * Whether an answer is sound. A log-in page or a proxy's text also comes with a 200. An answer without a type is
 * accepted, since some servers send none.
 */
function isSound({ headers, body }: HttpResponse<Blob>): boolean {
  const type = (headers.get('Content-Type') ?? body?.type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return type === '' || type === 'application/octet-stream' || /^(audio|video)\//.test(type);
}

function availabilityOf(thrown: unknown): RecordingAvailability {
  if (!(thrown instanceof HttpErrorResponse) || thrown.status === 0) return { status: 'unreachable' };
  const { status: code } = thrown;
  if (code === 401 || code === 403) return { status: 'unauthorised' };
  return code === 404 ? { status: 'absent' } : { status: 'failed', code };
}

/** Recordings of calls by `callTraceID`. A recording may appear some seconds after its call. */
@Injectable({ providedIn: 'root' })
export class MediatelRecordings {
  readonly #http = inject(HttpClient);
  readonly #base = inject(MEDIATEL_REST_CONFIG).recordingsUrl;

  /**
   * The address that streams the recording, for an `<audio>` element; for another origin with
   * `crossorigin="use-credentials"`.
   */
  url(callTraceID: string): string {
    return `${this.#base}?${new URLSearchParams({ calltraceID: callTraceID }).toString()}`;
  }

  /** The address that returns the recording as a WAV file. */
  downloadUrl(callTraceID: string): string {
    return `${this.url(callTraceID)}&download=1`;
  }

  /**
   * Checks whether the recording is available. It requests only the first byte, since HEAD is not documented. Never
   * fails.
   */
  availability(callTraceID: string): Observable<RecordingAvailability> {
    const headers = { Range: 'bytes=0-0' };
    const options = { headers, responseType: 'blob', observe: 'response', withCredentials: true } as const;
    return this.#http.get(this.url(callTraceID), options).pipe(
      map((answer): RecordingAvailability => (isSound(answer) ? available : { status: 'failed', code: answer.status })),
      catchError((thrown: unknown) => of(availabilityOf(thrown))),
    );
  }

  /** Downloads the WAV file. Fails with `MediatelApiError`. */
  download(callTraceID: string): Observable<Blob> {
    const options = { responseType: 'blob', observe: 'response', withCredentials: true } as const;
    return this.#http.get(this.downloadUrl(callTraceID), options).pipe(
      map((answer) => {
        if (answer.body === null || !isSound(answer)) throw MediatelApiError.unreadable(answer.status);
        return answer.body;
      }),
      catchError((thrown: unknown) => {
        throw apiErrorOf(thrown);
      }),
    );
  }
}
