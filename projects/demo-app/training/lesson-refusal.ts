import { HttpErrorResponse } from '@angular/common/http';
import { type ServerRefusal, serverRefusal } from '../calls/server-refusal';

/**
 * Why a scenario does not start or stop. `running`: another one lasts. `broken`: its file has faults. `noSpeech`: the
 * server can't speak. `over`: it has ended already.
 */
export type LessonRefusal = ServerRefusal | 'running' | 'broken' | 'noSpeech' | 'over';

const byError: ReadonlyMap<unknown, LessonRefusal> = new Map([
  ['no-such-scenario', 'unknown'],
  ['has-a-run', 'running'],
  ['not-a-scenario', 'broken'],
  ['no-such-queue', 'broken'],
  ['not-that-language', 'broken'],
  ['no-speech', 'noSpeech'],
  ['is-over', 'over'],
]);

/** The reason from what an HTTP request threw. */
export function lessonRefusal(error: unknown): LessonRefusal {
  const body: unknown = error instanceof HttpErrorResponse ? error.error : null;
  const named = typeof body === 'object' && body !== null && 'error' in body ? byError.get(body.error) : undefined;
  return named ?? serverRefusal(error);
}
