import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { EMPTY, type Observable, of } from 'rxjs';
import { AgentActions } from './agent-actions';
import { CommandActions } from './command-actions';
import { CommandDesk } from './command-desk';
import { ConnectionActions } from './connection-actions';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { SessionActions } from './session-actions';
import { survive } from './survive';

/** Logs in once a connection shows that nobody is logged in, again after an unrequested log-out, and when asked to. */
export const logIn = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(ConnectionActions.resynced, AgentActions.loggedOut, CommandActions.logIn),
      survive(report, (action) => {
        const { agent, link, commands } = desk.context();
        if (action.type === CommandActions.logIn.type) return of(desk.give({ name: 'logIn' }));
        if (link.session.status !== 'signedIn' || commands.statuses.logIn.status === 'pending') return EMPTY;
        if (action.type === ConnectionActions.resynced.type) {
          return agent.phase === 'loggedOut' && link.autoLogIn === 'armed' ? of(desk.give({ name: 'logIn' })) : EMPTY;
        }
        // The reconnect's own snapshot is answered once `resynced` has followed it.
        if (action.origin === 'resync' || link.autoLogIn === 'off') return EMPTY;
        if (commands.statuses.restartAgent.status === 'pending') return of(desk.give({ name: 'logIn' }));
        return link.autoLogIn === 'armed' ? of(SessionActions.reloggedIn(), desk.give({ name: 'logIn' })) : EMPTY;
      }),
    ),
  { functional: true },
);
