import { ErrorHandler, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { isCallStored } from 'mediatel-lib/ports';
import { filter, firstValueFrom, from, merge, timer } from 'rxjs';
import { AgentSession } from './agent-session';
import { selectSoftphone } from './state/softphone-feature';
import type { SoftphoneState } from './state/softphone-state';

/** How long a route waits for the call that goes on (ms). */
const patience = 1000;

/** Whether there is no call to wait for: it is back, it was another operator's, or the phone gets no further now. */
const isOver = ({ registration: { status }, call }: SoftphoneState): boolean =>
  status === 'waiting' || status === 'rejected' || (status === 'registered' && call?.isReturning !== true);

/** What `mediatelSignInGuard` waits for. */
export interface SignInGuardOptions {
  /**
   * Whether the page's user is an operator, as soon as the host knows. It runs in an injection context. Default: yes.
   *
   * An error counts as no, and the `ErrorHandler` gets it.
   */
  readonly isOperator?: () => boolean | Promise<boolean>;
}

/**
 * A guard of Angular's router, for `canActivate`: signs the operator in while the route's own code loads. It lets
 * everybody pass.
 *
 * Where an earlier page has left a call, the route waits until that is back, for a second at most: the customer hears
 * nothing until then, and a page that shows itself first takes the processor. It needs no router of its own.
 */
export function mediatelSignInGuard({ isOperator = () => true }: SignInGuardOptions = {}): () => Promise<true> {
  return async () => {
    const session = inject(AgentSession);
    const phone = inject(Store).select(selectSoftphone);
    // The host's code: its error must not keep the route closed.
    const errors = inject(ErrorHandler);
    try {
      if (!(await isOperator())) return true;
    } catch (error) {
      errors.handleError(error);
      return true;
    }
    const result = session.trySignIn();
    if (isCallStored())
      await firstValueFrom(
        merge(phone.pipe(filter(isOver)), from(result).pipe(filter((failure) => failure !== null)), timer(patience)),
      );
    return true;
  };
}
