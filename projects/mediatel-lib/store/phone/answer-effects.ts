import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, MEDIATEL_TIMERS, LeaderTab, Softphone } from 'mediatel-lib/ports';
import {
  EMPTY,
  type Observable,
  defer,
  filter,
  ignoreElements,
  merge,
  of,
  switchMap,
  take,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { autoAnswerKind } from '../state/auto-answer-kind';
import type { AgentState } from '../state/agent-state';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { ConnectionActions } from '../state/connection-actions';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SoftphoneActions } from '../state/softphone-actions';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

const expectsCall = ({ phase }: AgentState): boolean => phase === 'dialing' || phase === 'delivered';

/**
 * Takes up the call that an earlier page left ringing, if Mediatel says that a call rings.
 *
 * The phone alone can't know whether the server has given it up meanwhile.
 */
export const ringAgain = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    softphone = inject(Softphone),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) =>
    actions.pipe(
      ofType(ConnectionActions.resynced, SoftphoneActions.registrationChanged),
      filter(() => {
        const { agent, link, softphone: phone } = dispatcher.context();
        const isReady = link.synced && phone.registration.status === 'registered' && phone.call === null;
        return tab.isLeader() && isReady && expectsCall(agent);
      }),
      tap(() => softphone.execute({ type: 'ringAgain' })),
    ),
  { functional: true, dispatch: false },
);

/** How long (ms) a SIP call waits for a snapshot that announces it. After that it rings until the operator answers. */
const expectationLimit = 800;

/**
 * Answers calls according to the policy `autoAnswer` and the operator's `ClientApp`. INVITE and snapshot come in either
 * order.
 *
 * An announced call is answered once. A second INVITE for the same call rings until the operator answers. With a
 * `ClientApp` that distinguishes kinds, `always` waits for the snapshot that names the kind.
 */
export const answerAutomatically = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    snapshots: Observable<Action> = inject(Actions),
    softphone = inject(Softphone),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    config = inject(MEDIATEL_CONFIG),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    let answeredFor: number | null = null;

    const isWanted = (): boolean => dispatcher.context().commands.statuses.hangUp.status !== 'pending';
    const isExpected = (): boolean => {
      const { agent } = dispatcher.context();
      return expectsCall(agent) && agent.callNumber !== answeredFor;
    };
    const endOf = (callId: string): Observable<unknown> =>
      actions.pipe(
        ofType(SoftphoneActions.ended),
        filter((action) => action.callId === callId),
      );
    const expectation = (callId: string): Observable<unknown> => {
      return merge(
        defer(() => of(null)),
        snapshots.pipe(ofType(AgentActions.agentChanged)),
      ).pipe(
        filter(isExpected),
        take(1),
        tap(() => {
          answeredFor = dispatcher.context().agent.callNumber;
        }),
        takeUntil(merge(timer(expectationLimit, timers), endOf(callId))),
      );
    };

    /** When the call may be answered: at once, once a snapshot expects it, or (`always`) after the wait for its kind. */
    const occasion = (callId: string): Observable<unknown> => {
      if (config.autoAnswer !== 'always') return expectation(callId);
      const kinds = Object.values(config.operatorRules.answers);
      if (kinds.every((answers) => answers)) return of(null);
      return merge(expectation(callId), timer(expectationLimit, timers)).pipe(take(1));
    };
    const isAllowed = (): boolean => {
      const { agent } = dispatcher.context();
      return config.operatorRules.answers[expectsCall(agent) ? autoAnswerKind(agent) : 'other'];
    };
    const afterDelay = (): Observable<unknown> => {
      const { answerDelay } = config.operatorRules;
      return answerDelay === 0 ? of(null) : timer(answerDelay, timers);
    };

    return actions.pipe(
      ofType(SoftphoneActions.invited),
      mergeMapReportingErrors(report, ({ callId }) => {
        if (config.autoAnswer === 'never' || !tab.isLeader()) return EMPTY;
        return occasion(callId).pipe(
          filter(isAllowed),
          switchMap(afterDelay),
          takeUntil(endOf(callId)),
          filter(isWanted),
          tap(() => {
            softphone.execute({ type: 'answer', callId });
          }),
          ignoreElements(),
        );
      }),
    );
  },
  { functional: true, dispatch: false },
);
