import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store, createSelector } from '@ngrx/store';
import { LeaderTab, storedPlaces, storedText } from 'mediatel-lib/ports';
import { EMPTY, type Observable, switchMap, tap } from 'rxjs';
import { selectAgent } from '../state/agent-feature';
import { isCallPhase } from '../state/call/call-phase';
import { selectLink } from '../state/link-feature';
import { isAnswered } from '../state/call/answered';
import { selectSoftphone } from '../state/softphone-feature';
import { leavings } from './leavings';

/** What the phone stores of its call for the next page, answered or ringing. */
const keptCalls = [storedText(storedPlaces.sipCall), storedText(storedPlaces.sipInvite)];

/**
 * Whether closing the page would cut off a call.
 *
 * Without a connection, Mediatel's call is only the last known state: then only the phone counts.
 */
const selectLeavingCutsCall = createSelector(
  selectAgent,
  selectSoftphone,
  selectLink,
  ({ phase }, { call }, { connection }) =>
    isAnswered(call) || (connection.status === 'connected' && isCallPhase(phase)),
);

/**
 * Lets the browser ask before it closes the page during a call, or reloads it although the call would be lost.
 *
 * A kept call goes on after a reload, so nothing is asked then. Closing asks all the same: a call waits for a minute only.
 *
 * Outside a call it does not listen: a `beforeunload` listener keeps the page out of the back/forward cache. Only the leading
 * tab asks: closing another tab cuts nobody off.
 */
export const askBeforeLeaving = createEffect(
  (
    leavingCutsCall: Observable<boolean> = inject(Store).select(selectLeavingCutsCall),
    tab: Pick<LeaderTab, 'isLeader' | 'sayBusy'> = inject(LeaderTab),
  ) =>
    leavingCutsCall.pipe(
      switchMap((cuts) => (cuts ? leavings() : EMPTY)),
      tap(({ event, isReload }) => {
        if (!tab.isLeader() || (isReload && keptCalls.some((kept) => kept.read(null) !== null))) return;
        // The browser's dialog stops this page. The other tabs must not take the phone over because of it.
        tab.sayBusy();
        event.preventDefault();
      }),
    ),
  { functional: true, dispatch: false },
);
