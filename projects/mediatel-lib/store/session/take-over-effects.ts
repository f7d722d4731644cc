import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, of, switchMap, take, tap } from 'rxjs';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { ConnectionActions } from '../state/connection-actions';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { isAnswered } from '../state/call/answered';
import { isTakenOver } from '../selectors/taken-over';

/**
 * Unregisters the phone when another sign-in kicked this one, so that calls ring only at the other place.
 *
 * An answered call ends first: the customer must not be cut off.
 */
export const leavePhoneToOther = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    softphone = inject(Softphone),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) =>
    actions.pipe(
      ofType(ConnectionActions.connectionChanged, SessionActions.signInStarted),
      switchMap((action): Observable<unknown> => {
        // A new sign-in takes the phone back and cancels the wait.
        if (action.type === SessionActions.signInStarted.type) return EMPTY;
        const { agent, softphone: phone } = dispatcher.context();
        if (!tab.isLeader() || action.connection.status !== 'kicked' || !isTakenOver(agent)) return EMPTY;
        if (!isAnswered(phone.call)) return of(null);
        return actions.pipe(
          ofType(SoftphoneActions.ended),
          filter(() => dispatcher.context().softphone.call === null),
          take(1),
        );
      }),
      tap(() => {
        softphone.stop();
      }),
    ),
  { functional: true, dispatch: false },
);
