import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { PhoneTab, type Registration } from 'mediatel-lib/ports';
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
import { CommandDesk } from '../commands/command-desk';
import { ConnectionActions } from '../state/connection-actions';
import { SignOutMark } from '../commands/sign-out-mark';
import { RARE_ACTIONS } from '../effects-kit/rare-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { survive } from '../effects-kit/survive';
import { isTakenOver } from '../selectors/taken-over';

/**
 * How long (ms) logging in waits for the extension to be registered: an operator who is available without it loses the first
 * call. Not for ever, since the log-in shows what is amiss.
 */
const registrationWait = 5000;

/** Logs in once a connection shows that nobody is logged in and the phone is registered, and again after an unrequested log-out. */
export const logIn = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    report = injectFaultReport(),
    tab: Pick<PhoneTab, 'leads' | 'certain'> = inject(PhoneTab),
    mark: Pick<SignOutMark, 'isPassed'> = inject(SignOutMark),
  ) => {
    /** Whether the library should log in by itself as things stand. */
    const isDue = (): boolean => {
      const { agent, link, commands } = desk.context();
      return (
        tab.leads() &&
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
      if (isSettled(desk.context().softphone.registration.status)) return EMPTY;
      const told = actions.pipe(
        ofType(SoftphoneActions.registrationChanged),
        filter(({ registration }) => isSettled(registration.status)),
      );
      return merge(told, timer(registrationWait)).pipe(take(1));
    };
    // Whatever changes the question asks it anew, or makes it void.
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
        defer(() => tab.certain()).pipe(mergeMap(() => (isDue() ? of(desk.give({ name: 'logIn' })) : EMPTY))),
      ).pipe(takeUntil(overtaken));

    return actions.pipe(
      ofType(ConnectionActions.resynced, AgentActions.loggedOut, SessionActions.signedIn),
      survive(report, (action) => {
        const { link, commands } = desk.context();
        if (!tab.leads() || link.session.status !== 'signedIn' || commands.statuses.logIn.status === 'pending')
          return EMPTY;
        // Signed in once more over the same connection: no snapshot will ask.
        if (action.type !== AgentActions.loggedOut.type) return isDue() ? logInOnceRegistered() : EMPTY;
        // The reconnect's own snapshot is answered once `resynced` has followed it.
        if (action.origin === 'resync' || link.autoLogIn === 'off') return EMPTY;
        // Taken over by another sign-in: two places would take the operator from each other in turns.
        if (isTakenOver(desk.context().agent)) return EMPTY;
        if (commands.statuses.restartAgent.status === 'pending') return of(desk.give({ name: 'logIn' }));
        return link.autoLogIn === 'armed' ? of(desk.give({ name: 'logIn' }), SessionActions.reloggedIn()) : EMPTY;
      }),
    );
  },
  { functional: true },
);
