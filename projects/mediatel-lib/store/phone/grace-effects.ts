import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_TIMERS, MediatelClock } from 'mediatel-lib/ports';
import { EMPTY, type Observable, distinctUntilChanged, map, switchMap, timer } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { findDifferences, reconcileGrace } from '../selectors/reconcile';
import { SoftphoneActions } from '../state/softphone-actions';

/** Dispatches `graceEnded` when a difference between server and phone has lasted `reconcileGrace`, so that `selectCall` names it. */
export const endGrace = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    clock = inject(MediatelClock),
    timers = inject(MEDIATEL_TIMERS),
  ) =>
    actions.pipe(
      ofType(
        AgentActions.agentChanged,
        SoftphoneActions.invited,
        SoftphoneActions.answered,
        SoftphoneActions.resumed,
        SoftphoneActions.muteChanged,
        SoftphoneActions.ended,
        SoftphoneActions.graceEnded,
      ),
      map(() => {
        const { agent, softphone } = dispatcher.context();
        const differences = findDifferences(agent, softphone);
        if (differences.length === 0) return null;
        const due = differences
          .map(({ beganAt }) => beganAt + reconcileGrace)
          .filter((at) => at > softphone.reconciledAt);
        return due.length === 0 ? null : Math.min(...due);
      }),
      // A due time is absolute: as long as it stays the same, its timer runs on.
      distinctUntilChanged(),
      switchMap((due) => {
        if (due === null) return EMPTY;
        // By the monotonic clock, a timer may fire slightly early.
        return timer(Math.max(0, due - clock.monotonic()), timers).pipe(
          map(() => SoftphoneActions.graceEnded({ at: Math.max(due, clock.monotonic()) })),
        );
      }),
    ),
  { functional: true },
);
