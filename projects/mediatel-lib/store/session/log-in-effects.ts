import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab, MEDIATEL_TIMERS, type Registration } from 'mediatel-lib/ports';
import {
  EMPTY,
  type Observable,
  concat,
  defer,
  filter,
  ignoreElements,
  merge,
  mergeMap,
  of,
  take,
  takeUntil,
  timer,
} from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { ConnectionActions } from '../state/connection-actions';
import { SignOutMark } from '../commands/sign-out-mark';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';
import { isTakenOver } from '../selectors/taken-over';

/**
 * How long (ms) logging in waits for the extension's registration. An operator who is available without it misses the first
 * call. The wait has a limit because the desk shows what is wrong once the operator is logged in.
 */
const registrationWait = 5000;

/**
 * Logs in once a connection shows that nobody is logged in and the phone is registered.
 *
 * Logs in again after a log-out that the operator did not request.
 */
export const logIn = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context' | 'sendIfAllowed'> = inject(CommandDispatcher),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader' | 'certain'> = inject(LeaderTab),
    mark: Pick<SignOutMark, 'isPassed'> = inject(SignOutMark),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    /** Whether the library should log in now without a command of the operator. */
    const isDue = (): boolean => {
      const { agent, link, commands } = dispatcher.context();
      return (
        tab.isLeader() &&
        link.session.status === 'signedIn' &&
        !mark.isPassed(link.session.user) &&
        link.synced &&
        link.autoLogIn === 'armed' &&
        agent.phase === 'loggedOut' &&
        commands.statuses.logIn.status !== 'pending'
      );
    };
    const isSettled = (status: Registration['status']): boolean => status === 'registered' || status === 'rejected';
    const registered = (): Observable<unknown> => {
      if (isSettled(dispatcher.context().softphone.registration.status)) return EMPTY;
      const changes = actions.pipe(
        ofType(SoftphoneActions.registrationChanged),
        filter(({ registration }) => isSettled(registration.status)),
      );
      return merge(changes, timer(registrationWait, timers)).pipe(take(1));
    };
    // Each of these starts the wait again, or makes it pointless.
    const overtaken = actions.pipe(
      ofType(
        ConnectionActions.disconnected,
        SessionActions.signOutStarted,
        SessionActions.signInStarted,
        CommandOutcomes.commandSent,
      ),
      filter((action) => action.type !== CommandOutcomes.commandSent.type || action.given.command.name === 'logIn'),
    );
    const logInOnceRegistered = (): Observable<Action> =>
      concat(
        registered().pipe(ignoreElements()),
        defer(() => tab.certain()).pipe(
          mergeMap(() => (isDue() ? of(dispatcher.sendIfAllowed({ name: 'logIn' })) : EMPTY)),
        ),
      ).pipe(takeUntil(overtaken));

    return actions.pipe(
      ofType(ConnectionActions.resynced, AgentActions.loggedOut, SessionActions.signedIn),
      mergeMapReportingErrors(report, (action) => {
        const { link, commands } = dispatcher.context();
        if (!tab.isLeader() || link.session.status !== 'signedIn' || commands.statuses.logIn.status === 'pending')
          return EMPTY;
        // After another sign-in over the same connection no snapshot arrives, so `signedIn` counts too.
        if (action.type !== AgentActions.loggedOut.type) return isDue() ? logInOnceRegistered() : EMPTY;
        // The first snapshot after a reconnect is handled at `resynced`, which follows it.
        if (action.origin === 'resync' || link.autoLogIn === 'off') return EMPTY;
        // Another sign-in took over. Logging in again would make the two places kick each other in turns.
        if (isTakenOver(dispatcher.context().agent)) return EMPTY;
        if (commands.statuses.restartAgent.status === 'pending') return of(dispatcher.sendIfAllowed({ name: 'logIn' }));
        return link.autoLogIn === 'armed'
          ? of(dispatcher.sendIfAllowed({ name: 'logIn' }), SessionActions.reloggedIn())
          : EMPTY;
      }),
    );
  },
  { functional: true },
);
