import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, PhoneTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, distinctUntilChanged, from, map, mergeMap, of, switchMap, timer } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CommandActions } from '../state/command-actions';
import { CommandDesk } from '../commands/command-desk';
import { RARE_ACTIONS } from '../effects-kit/rare-actions';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { type Unfitness, unfitGrace, unfitness } from '../state/unfitness';

/**
 * Warns of an operator who is available but could not take a call, and by configuration takes the pause named, so that no
 * call is lost to Force Pause.
 */
export const warnOfUnfitness = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    wanted = inject(MEDIATEL_CONFIG).unfitPause,
    tab: Pick<PhoneTab, 'leads' | 'certain'> = inject(PhoneTab),
  ) => {
    const isAvailable = (): boolean => desk.context().agent.phase === 'available';
    const pause = (): Action[] => {
      const { pauseList } = desk.context().agent;
      const reason =
        wanted === null || !tab.leads()
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
      map((): Unfitness | null => (isAvailable() ? unfitness(desk.context().softphone) : null)),
      distinctUntilChanged(),
      switchMap((unfit): Observable<Action> => {
        if (unfit !== null) {
          return timer(unfitGrace).pipe(
            mergeMap(() => tab.certain()),
            mergeMap(() => (isAvailable() ? from([SoftphoneActions.unfitnessChanged({ unfit }), ...pause()]) : EMPTY)),
          );
        }
        return desk.context().softphone.unfit === null ? EMPTY : of(SoftphoneActions.unfitnessChanged({ unfit: null }));
      }),
    );
  },
  { functional: true },
);
