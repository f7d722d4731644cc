import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab } from 'mediatel-lib/ports';
import { type Observable, filter, fromEvent, map, merge, tap } from 'rxjs';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { SessionActions } from '../state/session-actions';
import { SignOutMark } from '../commands/sign-out-mark';
import { isFromOthers } from '../tabs/tab-effects';

/** Records each sign-out in storage, and whether a call prevented it, for tabs that are asleep now. */
export const noteSignOut = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    mark: Pick<SignOutMark, 'countSignOut' | 'joinSignOut' | 'giveUp'> = inject(SignOutMark),
  ) =>
    actions.pipe(
      ofType(SessionActions.signOutStarted, SessionActions.signOutRefused),
      tap((action) => {
        const { session } = dispatcher.context().link;
        if (action.type === SessionActions.signOutRefused.type) {
          if (session.status === 'signedIn') mark.giveUp(session.user);
          return;
        }
        // The tab that started the sign-out has counted it; the other tabs take part in it now.
        if (isFromOthers(action)) mark.joinSignOut();
        else if (session.status === 'signingOut') mark.countSignOut(session.user);
      }),
    ),
  { functional: true, dispatch: false },
);

/** Signs this tab out if it wakes or gets the focus after the operator signed out in another tab. */
export const followSignOut = createEffect(
  (
    tab: Pick<LeaderTab, 'returned'> = inject(LeaderTab),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    mark: Pick<SignOutMark, 'isPassed'> = inject(SignOutMark),
  ) =>
    merge(tab.returned, fromEvent(window, 'focus')).pipe(
      filter(() => {
        const { session } = dispatcher.context().link;
        return session.status === 'signedIn' && mark.isPassed(session.user);
      }),
      map(() => SessionActions.signedOut()),
    ),
  { functional: true },
);
