import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { PhoneTab, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, of, switchMap, take, tap } from 'rxjs';
import { CommandDesk } from '../commands/command-desk';
import { ConnectionActions } from '../state/connection-actions';
import { RARE_ACTIONS } from '../effects-kit/rare-actions';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { isAnswered } from '../state/call/answered';
import { isTakenOver } from '../selectors/taken-over';

/**
 * Unregisters the phone of whoever was kicked for another sign-in, so that the calls ring at the other place alone.
 *
 * A call that is talked in is first let end: the customer must not be cut off.
 */
export const leavePhoneToOther = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    softphone = inject(Softphone),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
  ) =>
    actions.pipe(
      ofType(ConnectionActions.connectionChanged, SessionActions.signInStarted),
      switchMap((action): Observable<unknown> => {
        // Anything that follows, such as a new try, takes the phone back.
        if (action.type === SessionActions.signInStarted.type) return EMPTY;
        const { agent, softphone: phone } = desk.context();
        if (!tab.leads() || action.connection.status !== 'kicked' || !isTakenOver(agent)) return EMPTY;
        if (!isAnswered(phone.call)) return of(null);
        return actions.pipe(
          ofType(SoftphoneActions.ended),
          filter(() => desk.context().softphone.call === null),
          take(1),
        );
      }),
      tap(() => {
        softphone.stop();
      }),
    ),
  { functional: true, dispatch: false },
);
