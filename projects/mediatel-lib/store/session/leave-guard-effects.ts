import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store, createSelector } from '@ngrx/store';
import { LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, fromEvent, switchMap, tap } from 'rxjs';
import { selectAgent } from '../state/agent-feature';
import { isCallPhase } from '../state/call/call-phase';
import { selectLink } from '../state/link-feature';
import { isAnswered } from '../state/call/answered';
import { selectSoftphone } from '../state/softphone-feature';

/**
 * Whether the page's end would cut somebody off.
 *
 * Without a connection Mediatel's call is only what was last known: then the phone alone says it.
 */
const selectLeavingCutsCall = createSelector(
  selectAgent,
  selectSoftphone,
  selectLink,
  ({ phase }, { call }, { connection }) =>
    isAnswered(call) || (connection.status === 'connected' && isCallPhase(phase)),
);

/**
 * Lets the browser ask before it closes or reloads the page in a call; listens in no other state, or pages could not be kept for "back".
 *
 * Only the tab that is the phone: closing another one cuts nobody off.
 */
export const askBeforeLeaving = createEffect(
  (
    leavingCutsCall: Observable<boolean> = inject(Store).select(selectLeavingCutsCall),
    tab: Pick<LeaderTab, 'isLeader' | 'sayBusy'> = inject(LeaderTab),
  ) =>
    leavingCutsCall.pipe(
      switchMap((cuts) => (cuts ? fromEvent(window, 'beforeunload') : EMPTY)),
      tap((event) => {
        if (!tab.isLeader()) return;
        // The browser's question stops this page: the other tabs must not take the phone for it.
        tab.sayBusy();
        event.preventDefault();
      }),
    ),
  { functional: true, dispatch: false },
);
