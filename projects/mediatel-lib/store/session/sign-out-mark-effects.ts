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

/** Notes each sign-out, and whether it was given up, where also a tab finds it that is asleep now. */
export const noteSignOut = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    mark: Pick<SignOutMark, 'note' | 'take' | 'giveUp'> = inject(SignOutMark),
  ) =>
    actions.pipe(
      ofType(SessionActions.signOutStarted, SessionActions.signOutRefused),
      tap((action) => {
        const { session } = dispatcher.context().link;
        if (action.type === SessionActions.signOutRefused.type) {
          if (session.status === 'signedIn') mark.giveUp(session.user);
          return;
        }
        // Whoever started it has noted it; the others go through it now.
        if (isFromOthers(action)) mark.take();
        else if (session.status === 'signingOut') mark.note(session.user);
      }),
    ),
  { functional: true, dispatch: false },
);

/** Signs a tab out that wakes, or comes back, after the operator signed out in another. */
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
