import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, MEDIATEL_TIMERS, LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, distinctUntilChanged, from, map, mergeMap, of, switchMap, timer } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CommandActions } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { type NotReadyReason, notReadyGrace, notReadyReason } from '../state/not-ready-reason';

/**
 * Warns if the operator is available but can't take a call, and takes the pause `pauseWhenNotReady` if one is configured.
 *
 * Without the pause the next call is missed, and Mediatel puts the operator on Force Pause.
 */
export const warnOfNotReady = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    wanted = inject(MEDIATEL_CONFIG).pauseWhenNotReady,
    tab: Pick<LeaderTab, 'isLeader' | 'certain'> = inject(LeaderTab),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const isAvailable = (): boolean => dispatcher.context().agent.phase === 'available';
    const pause = (): Action[] => {
      const { pauseList } = dispatcher.context().agent;
      const reason =
        wanted === null || !tab.isLeader()
          ? undefined
          : pauseList.find(({ id, name }) => name === wanted || id === wanted);
      return reason ? [CommandActions.takePause({ pauseId: reason.id })] : [];
    };

    return actions.pipe(
      ofType(
        SoftphoneActions.registrationChanged,
        SoftphoneActions.microphoneChanged,
        AgentActions.becameAvailable,
        AgentActions.dialingStarted,
        AgentActions.callDelivered,
        AgentActions.pauseStarted,
        AgentActions.loggedOut,
        SessionActions.signedOut,
      ),
      map((): NotReadyReason | null => (isAvailable() ? notReadyReason(dispatcher.context().softphone) : null)),
      distinctUntilChanged(),
      switchMap((notReady): Observable<Action> => {
        if (notReady !== null) {
          return timer(notReadyGrace, timers).pipe(
            mergeMap(() => tab.certain()),
            mergeMap(() =>
              isAvailable() ? from([SoftphoneActions.notReadyChanged({ notReady }), ...pause()]) : EMPTY,
            ),
          );
        }
        return dispatcher.context().softphone.notReady === null
          ? EMPTY
          : of(SoftphoneActions.notReadyChanged({ notReady: null }));
      }),
    );
  },
  { functional: true },
);
