import type { SchedulerLike } from 'rxjs';
import type { CallContact, CallContactHandler } from './call-contact';
import type { HandOverEnds } from './hand-overs';

/** How long (ms) the host may take to store a contact. */
const handlerLimit = 30_000;

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

/** Calls the host's handler: `taken` once it has stored the contact, or `failed` with the reason, once. */
export function handToHost(
  handler: CallContactHandler | null,
  contact: CallContact,
  { taken, failed }: HandOverEnds,
  timers: SchedulerLike,
): void {
  let isOver = false;
  const once =
    <T extends readonly unknown[]>(end: (...given: T) => void) =>
    (...given: T): void => {
      if (isOver) return;
      isOver = true;
      end(...given);
    };
  const [succeed, fail] = [once(taken), once(failed)];
  // This is the host's code.
  try {
    const storing = handler?.(contact);
    if (!isPromise(storing)) return succeed();
    const limit = timers.schedule(() => {
      fail(new Error(`MEDIATEL_CALL_CONTACT_HANDLER did not settle within ${handlerLimit / 1000} s`));
    }, handlerLimit);
    const settle = (end: () => void): void => {
      limit.unsubscribe();
      end();
    };
    storing.then(
      () => settle(succeed),
      (error: unknown) => settle(() => fail(error)),
    );
  } catch (error) {
    fail(error);
  }
}
