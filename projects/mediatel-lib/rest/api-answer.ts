import { HttpErrorResponse } from '@angular/common/http';
import { MediatelApiError } from './api-error';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const numberIn = (fields: Fields, names: readonly string[]): number | null => {
  for (const name of names) {
    const value = fields[name];
    if (value !== undefined && value !== null && value !== '' && Number.isFinite(Number(value))) return Number(value);
  }
  return null;
};

const textIn = (fields: Fields, names: readonly string[]): string => {
  const found = names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : '';
};

/**
 * The fields of an answer's `error`, in the order in which they are looked for. The documents name the detail id but
 * not its field: `id` and `message` are ours (`docs/protocol.md`, “REST API”). The other names are guesses, for a
 * Mediatel that calls them otherwise.
 */
const detailIdFields = ['id', 'detailId', 'detailID', 'detail', 'ID'];
const messageFields = ['message', 'text', 'description'];

/** The error of an answer `{error: {code, …}, result}`, or of a batch's entry; `null` if it succeeded. */
export function errorOf(answer: unknown, status: number): MediatelApiError | null {
  if (!isFields(answer) || !isFields(answer['error'])) return MediatelApiError.unreadable(status);
  const { error } = answer;
  const code = numberIn(error, ['code']) ?? status;
  if (code >= 200 && code < 300) return null;
  const detail = isFields(error['details']) ? error['details'] : error;
  const id = numberIn(detail, detailIdFields);
  const words = textIn(detail, messageFields) || textIn(error, messageFields);
  return MediatelApiError.of(code, id, words);
}

/** The `result` of an answer. Throws `MediatelApiError` if the answer reports a failure or can't be read. */
export function resultOf(answer: unknown): readonly unknown[] {
  const error = errorOf(answer, 200);
  if (error) throw error;
  const result = isFields(answer) ? answer['result'] : undefined;
  if (Array.isArray(result)) return result;
  if (result === undefined || result === null) return [];
  throw MediatelApiError.unreadable(200);
}

/** Why a request failed: by the answer's body if it has this API's shape, else by the HTTP status. */
export function apiErrorOf(thrown: unknown): MediatelApiError {
  if (thrown instanceof MediatelApiError) return thrown;
  if (!(thrown instanceof HttpErrorResponse)) return MediatelApiError.unreadable(0, String(thrown));
  if (thrown.status === 0) return MediatelApiError.unreachable(thrown.message);
  // `HttpClient` also reports a 200 as an error if its body is not JSON.
  if (thrown.status >= 200 && thrown.status < 300) return MediatelApiError.unreadable(thrown.status);
  const reported =
    isFields(thrown.error) && isFields(thrown.error['error']) ? errorOf(thrown.error, thrown.status) : null;
  return reported ?? MediatelApiError.of(thrown.status, null, thrown.message);
}
