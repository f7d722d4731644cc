import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { AgentConnection, MEDIATEL_CONFIG, PhoneTab, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, defer, filter, map, merge, of, switchMap, take, takeUntil, tap, timer } from 'rxjs';
import { AccountVault } from './account-vault';
import { AgentActions } from './agent-actions';
import { initialAgentState } from './agent-state';
import { CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { isInCall } from './command-refusal';
import { ConnectionActions } from './connection-actions';
import { RARE_ACTIONS } from './rare-actions';
import { SessionActions } from './session-actions';

/**
 * Signs out: the leading tab logs out where somebody is logged in, and waits for it no longer than for any command.
 *
 * Every tab of the operator runs it, so that another one finishes what a closed tab began. A call that comes in between is not
 * cut off: the operator stays signed in.
 */
export const signOut = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    tab: Pick<PhoneTab, 'state' | 'leads'> = inject(PhoneTab),
    limit = inject(MEDIATEL_CONFIG).commandTimeout,
  ) => {
    /** Without a link there is nobody to log out from; a tab that seeks its leader may have one in a moment. */
    const isNobodyToAsk = (): boolean => {
      const { agent, link, commands } = desk.context();
      // The leading tab knows of log-ins that are on their way; it says how the sign-out ends.
      if (tab.state().status === 'following' && link.connection.status === 'connected') return false;
      // A log-in on its way would be answered when nobody listens any more.
      if (agent.phase === 'loggedOut') return commands.statuses.logIn.status !== 'pending';
      // Between two leaders, or while the phone is brought to another tab, the link is closed for a moment.
      const isMoving = tab.state().status !== 'alone' && ['connecting', 'closed'].includes(link.connection.status);
      return link.connection.status !== 'connected' && !isMoving;
    };
    const verdict = (): Action => {
      const { agent, link, softphone } = desk.context();
      const isTalking = softphone.call !== null && softphone.call.answeredAt !== null;
      const isCall = isTalking || (link.connection.status === 'connected' && isInCall(agent));
      return isCall ? SessionActions.signOutRefused() : SessionActions.signedOut();
    };
    const giveLogOut = defer(() => {
      const { agent, commands } = desk.context();
      const isDue = tab.leads() && agent.phase !== 'loggedOut' && commands.statuses.logOut.status !== 'pending';
      return isDue ? of(desk.give({ name: 'logOut' })) : EMPTY;
    });

    return actions.pipe(
      ofType(SessionActions.signOutStarted),
      switchMap((): Observable<Action> => {
        if (isNobodyToAsk()) return of(SessionActions.signedOut());
        const over = merge(
          actions.pipe(ofType(AgentActions.loggedOut, AgentActions.loginFailed)),
          actions.pipe(
            ofType(ConnectionActions.disconnected),
            // A tab that has just come to lead opens its own link; one that hands the phone over has none for a moment.
            filter(({ status }) => tab.leads() && status !== 'connecting' && status !== 'closed'),
          ),
          actions.pipe(
            ofType(CommandOutcomes.commandRefused),
            filter(({ command }) => command === 'logOut'),
          ),
          actions.pipe(
            ofType(CommandOutcomes.commandOvertaken),
            filter(({ command }) => command.name === 'logOut'),
          ),
          timer(limit),
        ).pipe(take(1), map(verdict));
        // A tab that takes the phone over meanwhile asks for itself; so does one whose log-in was on its way.
        const asking = merge(
          giveLogOut,
          actions.pipe(
            ofType(ConnectionActions.resynced, CommandOutcomes.commandConfirmed),
            switchMap(() => giveLogOut),
          ),
        );
        const ended = actions.pipe(ofType(SessionActions.signedOut, SessionActions.signOutRefused));
        return merge(over, asking).pipe(takeUntil(ended));
      }),
    );
  },
  { functional: true },
);

/** A tab that comes to lead while the operator signs out takes no phone with it. */
export const leavePhone = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    softphone = inject(Softphone),
    vault = inject(AccountVault),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
  ) =>
    actions.pipe(
      ofType(SessionActions.signOutStarted, SessionActions.signOutRefused),
      tap(({ type }) => {
        if (type === SessionActions.signOutStarted.type) {
          if (!tab.leads()) softphone.stop();
          return;
        }
        const isOff = desk.context().softphone.registration.status === 'off';
        if (vault.account !== null && (isOff || !tab.leads())) softphone.start(vault.account.sip);
      }),
    ),
  { functional: true, dispatch: false },
);

/** Closes everything once signed out, here or in another tab, and forgets the account. Runs after the other tabs were informed. */
export const closeAll = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    connection = inject(AgentConnection),
    softphone = inject(Softphone),
    vault = inject(AccountVault),
  ) =>
    actions.pipe(
      ofType(SessionActions.signedOut),
      map(() => {
        connection.close();
        softphone.stop();
        vault.forget();
        // Numbers of calls stay unique in the tab.
        const { callsSeen } = desk.context().agent;
        const changes = { ...initialAgentState, callsSeen };
        return AgentActions.agentChanged({ changes, origin: 'resync' });
      }),
    ),
  { functional: true },
);
