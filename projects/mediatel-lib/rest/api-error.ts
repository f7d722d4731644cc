/**
 * Why Mediatel's REST API refused, by the detail id of its answer (documented).
 *
 * 100 `invalid-parameters`, 101 `invalid-name`, 102 `name-in-use`, 103 `no-permission`, 105 `other`, 106 `in-use`. Without a
 * detail id: `unauthorised` (the cookie: 401, 403), `not-found` (404), `unreachable` (no answer), `unreadable` (no answer
 * of this API's shape).
 */
export type ApiFailure =
  | 'invalid-parameters'
  | 'invalid-name'
  | 'name-in-use'
  | 'no-permission'
  | 'in-use'
  | 'other'
  | 'unauthorised'
  | 'not-found'
  | 'unreachable'
  | 'unreadable';

const byDetail: Readonly<Record<number, ApiFailure>> = {
  100: 'invalid-parameters',
  101: 'invalid-name',
  102: 'name-in-use',
  103: 'no-permission',
  105: 'other',
  106: 'in-use',
};

/** A call of the REST API that failed; `failure` says why, `message` carries the server's words. */
export class MediatelApiError extends Error {
  override readonly name = 'MediatelApiError';

  private constructor(
    readonly failure: ApiFailure,
    detail: string,
    /** The HTTP status, or the answer's `code` that stands for it; 0 where nothing came. */
    readonly code: number,
    readonly detailId: number | null = null,
  ) {
    super(detail);
  }

  static unreachable(detail = 'the server does not answer'): MediatelApiError {
    return new MediatelApiError('unreachable', detail, 0);
  }
  static unauthorised(code: number, detail = 'not authorised'): MediatelApiError {
    return new MediatelApiError('unauthorised', detail, code);
  }
  static notFound(detail = 'not found'): MediatelApiError {
    return new MediatelApiError('not-found', detail, 404);
  }
  static unreadable(code: number, detail = 'the answer is not of this API’s shape'): MediatelApiError {
    return new MediatelApiError('unreadable', detail, code);
  }

  /** Reads the answer's own `code` and detail id; `id` `null` where it gave none. */
  static of(code: number, id: number | null, detail: string): MediatelApiError {
    if (id !== null) return new MediatelApiError(byDetail[id] ?? 'other', detail, code, id);
    if (code === 401 || code === 403) return MediatelApiError.unauthorised(code, detail);
    return code === 404 ? MediatelApiError.notFound(detail) : new MediatelApiError('other', detail, code);
  }
}
