/**
 * Why Mediatel's REST API refused a request, by the detail id of its answer (documented).
 *
 * 100 `invalid-parameters`, 101 `invalid-name`, 102 `name-in-use`, 103 `no-permission`, 105 `other`, 106 `in-use`.
 * Without a detail id: `unauthorised` (401 or 403, the cookie), `not-found` (404), `unreachable` (no answer),
 * `unreadable` (not this API's shape).
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

/** A request to the REST API that failed. `message` is the server's text. */
export class MediatelApiError extends Error {
  /** The error's name, also in minified code. */
  override readonly name = 'MediatelApiError';

  private constructor(
    /** Why it failed. */
    readonly failure: ApiFailure,
    detail: string,
    /** The HTTP status, or the `code` in the answer; 0 without an answer. */
    readonly code: number,
    /** The answer's detail id; `null` if it has none. */
    readonly detailId: number | null = null,
  ) {
    super(detail);
  }

  /** The server does not answer. */
  static unreachable(detail = 'the server does not answer'): MediatelApiError {
    return new MediatelApiError('unreachable', detail, 0);
  }
  /** The server does not accept the cookie. */
  static unauthorised(code: number, detail = 'not authorised'): MediatelApiError {
    return new MediatelApiError('unauthorised', detail, code);
  }
  /** The object does not exist. */
  static notFound(detail = 'not found'): MediatelApiError {
    return new MediatelApiError('not-found', detail, 404);
  }
  /** The answer has not this API's shape. */
  static unreadable(code: number, detail = 'the answer is not of this API’s shape'): MediatelApiError {
    return new MediatelApiError('unreadable', detail, code);
  }

  /** Makes the error from the answer's `code` and detail id (`null`: none). */
  static of(code: number, id: number | null, detail: string): MediatelApiError {
    if (id !== null) return new MediatelApiError(byDetail[id] ?? 'other', detail, code, id);
    if (code === 401 || code === 403) return MediatelApiError.unauthorised(code, detail);
    return code === 404 ? MediatelApiError.notFound(detail) : new MediatelApiError('other', detail, code);
  }
}
