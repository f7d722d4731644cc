import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import {
  LeaderTab,
  type MediaFlowStatus,
  MEDIATEL_TIMERS,
  type StoredValue,
  accountPlace,
  storedPlaces,
  storedText,
} from 'mediatel-lib/ports';
import { AccountVault } from '../commands/account-vault';
import {
  EMPTY,
  NEVER,
  type Observable,
  filter,
  ignoreElements,
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
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { commandRefusal, linkRefusal } from '../selectors/command-refusal';
import { CommandActions, CommandOutcomes } from '../state/command-actions';
import { ConnectionActions } from '../state/connection-actions';
import { AgentActions } from '../state/agent-actions';
import { SoftphoneActions } from '../state/softphone-actions';

/** How long (ms) a resumed call may be without sound before the customer is put on hold. */
const patience = 3000;
/** When (ms) a call that is known to be without sound is put on hold: a tab that it was moved from takes it back before. */
const takenBackBy = 2800;

/** How often a page retrieves its customer. An agent that answers none of them must be restarted, which only a person does. */
const retrievals = 3;

/** What a direction is when packets pass, whether or not somebody speaks. */
const works: ReadonlySet<MediaFlowStatus> = new Set(['heard', 'silent', 'unknown']);

type CallProof = ReturnType<typeof SoftphoneActions.audioProved>;

/**
 * Puts the customer of a resumed call on hold while there is no sound, and takes the call back when there is.
 *
 * Silence makes a customer hang up; music does not. It does so once a call: a path that comes and goes must not play
 * with the customer. A hold of the operator's own is left alone; that of an earlier page of the library's is not. A call that the phone had to give up stays on hold: the
 * operator ends it, or loads the page again.
 */
export const holdWhileReturning = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader' | 'certain'> = inject(LeaderTab),
    vault: Pick<AccountVault, 'account'> = inject(AccountVault),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    /** The call whose customer the library has put on hold; another page may have done so. */
    const heldCall = (): StoredValue<string | null> =>
      storedText(vault.account ? accountPlace(storedPlaces.heldCall, vault.account.sip) : storedPlaces.heldCall);
    const isReturning = (): boolean => dispatcher.context().softphone.call?.isReturning === true;
    const isLost = (): boolean => {
      const { proof } = dispatcher.context().softphone.sound;
      return proof !== null && [proof.incoming, proof.outgoing].some(({ audibility }) => audibility === 'no-packets');
    };
    const isProved = ({ proof }: CallProof): boolean =>
      !isReturning() && [proof.incoming, proof.outgoing].every(({ audibility }) => works.has(audibility));
    const isLinked = (): boolean => linkRefusal(dispatcher.context().link) === null;
    const isIn = (phase: 'talking' | 'held'): boolean => dispatcher.context().agent.phase === phase;

    return actions.pipe(
      ofType(SoftphoneActions.resumed),
      switchMap(({ callId }): Observable<Action> => {
        const proofs = actions.pipe(
          ofType(SoftphoneActions.audioProved),
          filter((proof) => proof.callId === callId),
        );
        const reconnected = actions.pipe(ofType(SoftphoneActions.reconnected));
        const ended = actions.pipe(ofType(SoftphoneActions.ended));
        const isOver = merge(proofs.pipe(filter(isProved)), ended);
        const resynced = actions.pipe(ofType(ConnectionActions.resynced));
        // Mediatel's link may come back later than the phone's.
        const isOverdue = timer(patience, timers).pipe(switchMap(() => merge(of(null), resynced)));
        const isKnown = timer(takenBackBy, timers).pipe(switchMap(() => merge(of(null), proofs)));
        const isSilent = merge(isOverdue.pipe(filter(() => isReturning() || isLost())), isKnown.pipe(filter(isLost)));
        const forget = tap((): void => void heldCall().write(null));
        // The hold may be confirmed after the sound is back, and so may the link be; a retrieval may be lost with it.
        const answers = actions.pipe(ofType(AgentActions.callHeld, CommandOutcomes.commandUnanswered));
        const tries = merge(proofs, reconnected, resynced, answers).pipe(
          filter(() => !isReturning() && !isLost() && commandRefusal(dispatcher.context(), 'retrieve') === null),
          filter(() => tab.isLeader()),
          map(() => CommandActions.retrieve()),
          take(retrievals),
        );
        const retrievedUntil = (isNotOurs: Observable<unknown>): Observable<Action> =>
          merge(tries, NEVER).pipe(
            takeUntil(merge(ended, merge(isNotOurs, actions.pipe(ofType(AgentActions.callRetrieved))).pipe(forget))),
          );
        // Whether each hold is sent. Mediatel may never carry out the library's, and the next one is the operator's.
        const holdOutcomes = actions.pipe(
          ofType(CommandOutcomes.commandSent, CommandOutcomes.commandRefused),
          filter((outcome) => ('given' in outcome ? outcome.given.command.name : outcome.command) === 'hold'),
          map((outcome) => 'given' in outcome),
        );
        // A hold that an earlier page has sent may be confirmed to this one.
        const talksAgain = isOverdue.pipe(
          filter(() => isLinked() && isIn('talking')),
          forget,
        );
        const heldBefore =
          heldCall().read(null) === callId
            ? retrievedUntil(holdOutcomes.pipe(filter((isSent) => isSent))).pipe(takeUntil(talksAgain))
            : EMPTY;
        const heldWhileSilent = isSilent.pipe(
          mergeMap(() => tab.certain()),
          filter(isLinked),
          take(1),
          takeUntil(isOver),
          mergeMap(() => {
            if (!tab.isLeader() || !isIn('talking') || !(isReturning() || isLost())) return EMPTY;
            // A hold that is not sent must not be taken back.
            if (commandRefusal(dispatcher.context(), 'hold') !== null) return EMPTY;
            const own = holdOutcomes.pipe(
              take(1),
              filter((isSent) => isSent),
              tap(() => void heldCall().write(callId)),
              ignoreElements(),
            );
            const isNotOurs = holdOutcomes.pipe(filter((isSent, index) => isSent === index > 0));
            return merge(own, retrievedUntil(isNotOurs), of(CommandActions.hold()));
          }),
        );
        // The server says that it does not know the SIP call, but Mediatel still has the customer.
        const heldWhenGivenUp = ended.pipe(
          filter((end) => end.callId === callId && end.by === 'failure'),
          takeUntil(reconnected),
          switchMap(() => merge(of(null), resynced)),
          mergeMap(() => tab.certain()),
          filter(isLinked),
          take(1),
          takeUntil(actions.pipe(ofType(SoftphoneActions.invited))),
          mergeMap(() => (tab.isLeader() && isIn('talking') ? of(CommandActions.hold()) : EMPTY)),
        );
        return merge(heldBefore, heldWhileSilent, heldWhenGivenUp);
      }),
    );
  },
  { functional: true },
);
