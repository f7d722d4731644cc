import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { LeaderTab, Softphone, accountPlace, storedPlaces, storedText } from 'mediatel-lib/ports';
import { EMPTY, type Observable, distinctUntilChanged, map, switchMap, tap } from 'rxjs';
import { AccountVault } from '../commands/account-vault';
import { CallDrafts } from '../drafts/call-drafts';
import type { CommandContext } from '../selectors/command-refusal';
import { selectCommandContext } from '../selectors/selectors';
import { isCallPhase } from '../state/call/call-phase';
import { isAnswered } from '../state/call/answered';
import { leavings } from './leavings';

/**
 * Whether closing the page would cut off a call.
 *
 * Without a connection, Mediatel's call is only the last known state: then only the phone counts.
 */
const cutsCall = ({ agent: { phase }, softphone: { call }, link: { connection } }: CommandContext): boolean =>
  isAnswered(call) || (connection.status === 'connected' && isCallPhase(phase));

/** Whether the phone may still go on with a stored call. It does so before it registers. */
const mayResume = ({ softphone: { call, registration } }: CommandContext): boolean =>
  call === null && registration.status !== 'registered';

/**
 * Lets the browser ask before it closes the page during a call, or reloads it although the call would be lost.
 *
 * A kept call goes on after a reload, so nothing is asked then. Closing asks all the same, also before a reloaded page has gone on
 * with its call: a call waits for a minute only.
 *
 * Outside a call it does not listen: a `beforeunload` listener keeps the page out of the back/forward cache. Only the leading
 * tab asks: closing another tab cuts nobody off.
 */
export const askBeforeLeaving = createEffect(
  (
    contexts: Observable<CommandContext> = inject(Store).select(selectCommandContext),
    tab: Pick<LeaderTab, 'isLeader' | 'sayBusy'> = inject(LeaderTab),
    softphone: Pick<Softphone, 'keptCall'> = inject(Softphone),
    vault: Pick<AccountVault, 'account'> = inject(AccountVault),
    drafts: Pick<CallDrafts, 'ofCall'> = inject(CallDrafts),
  ) => {
    let agent: CommandContext['agent'] | null = null;
    /** A note that is typed before Mediatel tells the call's id is in this page alone. */
    const isOnlyHere = (): boolean => {
      if (agent === null || agent.knownCallTraceID !== null) return false;
      const { codeIds, note } = drafts.ofCall({ callTraceID: null, callNumber: agent.callNumber });
      return codeIds.length > 0 || note.trim() !== '';
    };
    const isKept = (): boolean => vault.account !== null && softphone.keptCall(vault.account.sip) !== null;
    const isRinging = (): boolean =>
      vault.account !== null && storedText(accountPlace(storedPlaces.sipInvite, vault.account.sip)).read(null) !== null;
    return contexts.pipe(
      tap((context) => ({ agent } = context)),
      map((context) => cutsCall(context) || (mayResume(context) && isKept())),
      distinctUntilChanged(),
      switchMap((cuts) => (cuts ? leavings() : EMPTY)),
      tap(({ event, isReload }) => {
        if (!tab.isLeader() || (isReload && (isKept() || isRinging()) && !isOnlyHere())) return;
        // The browser's dialog stops this page. The other tabs must not take the phone over because of it.
        tab.sayBusy();
        event.preventDefault();
      }),
    );
  },
  { functional: true, dispatch: false },
);
