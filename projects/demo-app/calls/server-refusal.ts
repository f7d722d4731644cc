import { HttpErrorResponse } from '@angular/common/http';

/**
 * Why the training server did not do what a page ordered.
 *
 * `busy`: the operator is not free for it. `invalid`: it makes no sense to the server. `unknown`: there is no such thing.
 * `signedOut`: the cookie is gone. `unreachable`: no server answered.
 */
export type ServerRefusal = 'busy' | 'invalid' | 'unknown' | 'signedOut' | 'unreachable' | 'failed';

/** The reason from what an HTTP request threw. */
export function serverRefusal(error: unknown): ServerRefusal {
  const status = error instanceof HttpErrorResponse ? error.status : 0;
  switch (status) {
    case 409:
      return 'busy';
    case 400:
    case 422:
      return 'invalid';
    case 404:
      return 'unknown';
    case 401:
    case 403:
      return 'signedOut';
    case 0:
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    default:
      return 'failed';
  }
}
