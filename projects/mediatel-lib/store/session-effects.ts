import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { AgentConnection, MEDIATEL_CONFIG, Softphone } from 'mediatel-lib/ports';
import {
  type Observable,
  concat,
  defer,
  filter,
  from,
  ignoreElements,
  merge,
  of,
  race,
  switchMap,
  take,
  timer,
} from 'rxjs';
import { AccountVault } from './account-vault';
import { AgentActions } from './agent-actions';
import { initialAgentState } from './agent-state';
import { CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { ConnectionActions } from './connection-actions';
import { RARE_ACTIONS } from './rare-actions';
import { SessionActions } from './session-actions';

/** Signs out: logs out where somebody is logged in, waits for it no longer than for any command, and closes everything. */
export const signOut = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    connection = inject(AgentConnection),
    softphone = inject(Softphone),
    vault = inject(AccountVault),
    limit = inject(MEDIATEL_CONFIG).commandTimeout,
  ) => {
    const close = defer(() => {
      connection.close();
      softphone.stop();
      vault.forget();
      // Numbers of calls stay unique in the tab.
      const { callsSeen } = desk.context().agent;
      const changes = { ...initialAgentState, callsSeen };
      return from([SessionActions.signedOut(), AgentActions.agentChanged({ changes, origin: 'resync' })]);
    });

    return actions.pipe(
      ofType(SessionActions.signOutStarted),
      switchMap(() => {
        const { agent, link } = desk.context();
        if (agent.phase === 'loggedOut' || link.connection.status !== 'connected') return close;
        const refused = actions.pipe(
          ofType(CommandOutcomes.commandRefused),
          filter(({ command }) => command === 'logOut'),
        );
        const over = race(
          actions.pipe(ofType(AgentActions.loggedOut, ConnectionActions.disconnected)),
          refused,
          timer(limit),
        ).pipe(take(1), ignoreElements());
        return concat(
          merge(
            over,
            defer(() => of(desk.give({ name: 'logOut' }))),
          ),
          close,
        );
      }),
    );
  },
  { functional: true },
);
