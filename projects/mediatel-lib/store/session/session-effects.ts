import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import {
  AgentConnection,
  type ConnectionStatus,
  MEDIATEL_CONFIG,
  MEDIATEL_TIMERS,
  LeaderTab,
  Softphone,
  forgetStoredCalls,
} from 'mediatel-lib/ports';
import {
  EMPTY,
  type Observable,
  defer,
  delay,
  filter,
  map,
  merge,
  mergeMap,
  of,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { AccountVault } from '../commands/account-vault';
import { AgentActions } from '../state/agent-actions';
import { initialAgentState } from '../state/agent-state';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { requestsOf } from '../commands/command-wire';
import { isInCall } from '../selectors/command-refusal';
import type { CommandRefusal } from '../state/command-status';
import { ConnectionActions } from '../state/connection-actions';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { isAnswered } from '../state/call/answered';
import { SessionActions } from '../state/session-actions';

/** How long (ms) the leading tab may be silent before another tab takes the phone to sign out. A follower notices it after 2 s. */
const silentLimit = 2500;

/** Whether the link is closed for good: no log-out can be sent, and it does not reconnect. */
const isShut = (status: ConnectionStatus): boolean => status === 'kicked' || status === 'unauthorised';

/** Whether the reason for the refusal ends with the next snapshot. */
const isPassing = ({ reason }: CommandRefusal): boolean => reason === 'not-connected' || reason === 'not-synced';

/**
 * Signs out: the leading tab logs the operator out of Mediatel and waits for it no longer than `commandTimeout`.
 *
 * Every tab of the operator runs it. So another tab completes the sign-out if the first is closed, and takes the phone over if
 * the leading tab does not answer. A cut link has the same time to come back. A call that arrives meanwhile is not cut off:
 * the operator stays signed in.
 */
export const signOut = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context' | 'sendIfAllowed' | 'send' | 'sent'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'state' | 'isLeader' | 'certain' | 'bringHere'> = inject(LeaderTab),
    connection: Pick<AgentConnection, 'retryNow'> = inject(AgentConnection),
    limit = inject(MEDIATEL_CONFIG).commandTimeout,
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const isNobodyToAsk = (): boolean => {
      const { agent, link, commands } = dispatcher.context();
      const { status } = link.connection;
      // A following tab leaves this to the leading tab, which knows of a pending log-in. A seeking tab knows nothing yet.
      const place = tab.state().status;
      if (place === 'seeking' || (place === 'following' && status !== 'kicked')) return false;
      // While a log-in is pending, wait: its answer would arrive after everything is closed.
      if (agent.phase === 'loggedOut') return commands.statuses.logIn.status !== 'pending';
      // While the lead moves from one tab to another, the link is closed for a moment: that does not count.
      return isShut(status) || (status === 'closed' && tab.state().status === 'alone');
    };
    const signedOut = (): Action => {
      const isLeft = dispatcher.context().agent.phase !== 'loggedOut';
      return SessionActions.signedOut(isLeft ? { stillLoggedIn: true } : {});
    };
    const verdict = (): Action => {
      const { agent, link, softphone } = dispatcher.context();
      const isCall = isAnswered(softphone.call) || (link.connection.status === 'connected' && isInCall(agent));
      return isCall ? SessionActions.signOutRefused() : signedOut();
    };
    const isDue = (): boolean => {
      const { agent, link } = dispatcher.context();
      return tab.isLeader() && link.connection.status === 'connected' && link.synced && agent.phase !== 'loggedOut';
    };
    const isPending = (): boolean => dispatcher.context().commands.statuses.logOut.status === 'pending';
    /** Sends a pending log-out again after a reconnect: the first may be lost. */
    const giveLogOutAgain = (): Observable<Action> => {
      if (!isPending() || !isDue()) return giveLogOut;
      return dispatcher.send(requestsOf({ name: 'logOut' })) ? of(dispatcher.sent({ name: 'logOut' })) : EMPTY;
    };
    const giveLogOut = defer(() => tab.certain()).pipe(
      mergeMap(() => (isDue() && !isPending() ? of(dispatcher.sendIfAllowed({ name: 'logOut' })) : EMPTY)),
    );
    const takeFromSilent = (): void => {
      const state = tab.state();
      if (state.status === 'following' && state.silent) tab.bringHere();
    };
    const patience = (): Observable<unknown> =>
      tab.isLeader()
        ? timer(limit, timers)
        : timer(silentLimit, timers).pipe(tap(takeFromSilent), delay(limit, timers));

    return actions.pipe(
      ofType(SessionActions.signOutStarted),
      switchMap((): Observable<Action> => {
        if (isNobodyToAsk()) return of(signedOut());
        // A cut link reconnects now, not at its next scheduled attempt.
        if (tab.isLeader() && dispatcher.context().link.connection.status === 'unreachable') connection.retryNow();
        const over = merge(
          actions.pipe(ofType(AgentActions.loggedOut, AgentActions.loginFailed)),
          actions.pipe(ofType(ConnectionActions.connectionChanged, ConnectionActions.resynced), filter(isNobodyToAsk)),
          actions.pipe(
            ofType(CommandOutcomes.commandRefused),
            filter(({ command, refusal }) => command === 'logOut' && !isPassing(refusal)),
          ),
          actions.pipe(
            ofType(CommandOutcomes.commandOvertaken),
            filter(({ command }) => command.name === 'logOut'),
          ),
          patience(),
        ).pipe(take(1), map(verdict));
        // A tab that takes the phone over meanwhile logs out itself; so does a tab whose log-in was pending.
        const asking = merge(
          giveLogOut,
          actions.pipe(
            ofType(ConnectionActions.resynced, CommandOutcomes.commandConfirmed),
            switchMap(({ type }) => (type === ConnectionActions.resynced.type ? giveLogOutAgain() : giveLogOut)),
          ),
        );
        const ended = actions.pipe(ofType(SessionActions.signedOut, SessionActions.signOutRefused));
        return merge(over, asking).pipe(takeUntil(ended));
      }),
    );
  },
  { functional: true },
);

/**
 * Stops the phone in a following tab during a sign-out, so that a new leading tab does not register; restarts it if refused.
 *
 * A leading tab keeps its phone until the end. If it loses the phone meanwhile and gets it back, the phone stays off.
 */
export const leavePhone = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    softphone = inject(Softphone),
    vault = inject(AccountVault),
    tab: Pick<LeaderTab, 'isLeader' | 'keepPhoneOff'> = inject(LeaderTab),
  ) =>
    actions.pipe(
      ofType(
        SessionActions.signOutStarted,
        SessionActions.signOutRefused,
        SessionActions.signedOut,
        ConnectionActions.connectionChanged,
      ),
      tap(({ type }) => {
        const { link, softphone: phone } = dispatcher.context();
        tab.keepPhoneOff(link.session.status === 'signingOut');
        if (type === SessionActions.signedOut.type) return;
        if (type !== SessionActions.signOutRefused.type) {
          if (link.session.status === 'signingOut' && !tab.isLeader()) softphone.stop();
          return;
        }
        const isOff = phone.registration.status === 'off';
        if (vault.account !== null && (isOff || !tab.isLeader())) softphone.start(vault.account.sip);
      }),
    ),
  { functional: true, dispatch: false },
);

/**
 * Closes the connection and the phone and forgets the account after a sign-out, in this tab or another.
 *
 * Runs after `shareOutcomes`, which informs the other tabs.
 */
export const closeAll = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    connection = inject(AgentConnection),
    softphone = inject(Softphone),
    vault = inject(AccountVault),
  ) =>
    actions.pipe(
      ofType(SessionActions.signedOut),
      map(() => {
        connection.close();
        softphone.stop();
        // A phone that is not loaded, or in another tab, removes nothing.
        if (vault.account !== null) forgetStoredCalls(vault.account.sip);
        vault.forget();
        // Call numbers stay unique within the tab.
        const { callsSeen } = dispatcher.context().agent;
        const changes = { ...initialAgentState, callsSeen };
        return AgentActions.agentChanged({ changes, origin: 'resync' });
      }),
    ),
  { functional: true },
);
