import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab, type MediaFlowStatus, MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { EMPTY, type Observable, concat, filter, merge, mergeMap, of, switchMap, take, takeUntil, timer } from 'rxjs';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { CommandActions } from '../state/command-actions';
import { SoftphoneActions } from '../state/softphone-actions';

/** How long (ms) a resumed call may be without sound before the customer is put on hold. */
const patience = 3000;

/** What a direction is when packets pass, whether or not somebody speaks. */
const works: ReadonlySet<MediaFlowStatus> = new Set(['heard', 'silent', 'unknown']);

type CallProof = ReturnType<typeof SoftphoneActions.audioProved>;

/**
 * Puts the customer of a resumed call on hold while there is no sound, and takes the call back when there is.
 *
 * Silence makes a customer hang up; music does not. It does so once a call: a path that comes and goes must not play
 * with the customer. A hold of the operator's own is left alone.
 */
export const holdWhileReturning = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader' | 'certain'> = inject(LeaderTab),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const isReturning = (): boolean => dispatcher.context().softphone.call?.isReturning === true;
    const isLost = (): boolean => {
      const { proof } = dispatcher.context().softphone.sound;
      return proof !== null && [proof.incoming, proof.outgoing].some(({ audibility }) => audibility === 'no-packets');
    };
    const isProved = ({ proof }: CallProof): boolean =>
      !isReturning() && [proof.incoming, proof.outgoing].every(({ audibility }) => works.has(audibility));
    const isIn = (phase: 'talking' | 'held'): boolean => dispatcher.context().agent.phase === phase;

    return actions.pipe(
      ofType(SoftphoneActions.resumed),
      switchMap(({ callId }): Observable<Action> => {
        const proofs = actions.pipe(
          ofType(SoftphoneActions.audioProved),
          filter((proof) => proof.callId === callId),
        );
        const changes = merge(proofs, actions.pipe(ofType(SoftphoneActions.reconnected)));
        const isOver = merge(proofs.pipe(filter(isProved)), actions.pipe(ofType(SoftphoneActions.ended)));
        const isSilent = merge(
          timer(patience, timers).pipe(filter(() => isReturning() || isLost())),
          proofs.pipe(filter(isLost)),
        );
        const retrieved = changes.pipe(
          filter(() => !isReturning() && !isLost()),
          take(1),
          mergeMap(() => (tab.isLeader() && isIn('held') ? of(CommandActions.retrieve()) : EMPTY)),
          takeUntil(actions.pipe(ofType(SoftphoneActions.ended))),
        );
        return isSilent.pipe(
          take(1),
          mergeMap(() => tab.certain()),
          takeUntil(isOver),
          mergeMap(() => {
            if (!tab.isLeader() || !isIn('talking') || !(isReturning() || isLost())) return EMPTY;
            return concat(of(CommandActions.hold()), retrieved);
          }),
        );
      }),
    );
  },
  { functional: true },
);
