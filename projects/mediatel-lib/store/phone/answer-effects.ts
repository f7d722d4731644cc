import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, MEDIATEL_TIMERS, LeaderTab, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, defer, filter, ignoreElements, merge, of, take, takeUntil, tap, timer } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import type { AgentState } from '../state/agent-state';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SoftphoneActions } from '../state/softphone-actions';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/** How long (ms) a SIP call waits for a snapshot that announces it. After that it rings until the operator answers. */
const expectationLimit = 800;

const expectsCall = ({ phase }: AgentState): boolean => phase === 'dialing' || phase === 'delivered';

/**
 * Answers calls according to the policy `autoAnswer`. INVITE and snapshot come in either order.
 *
 * An announced call is answered once. A second INVITE for the same call rings until the operator answers.
 */
export const answerAutomatically = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    snapshots: Observable<Action> = inject(Actions),
    softphone = inject(Softphone),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    policy = inject(MEDIATEL_CONFIG).autoAnswer,
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
    const expectation = (callId: string): Observable<unknown> => {
      const ended = actions.pipe(
        ofType(SoftphoneActions.ended),
        filter((action) => action.callId === callId),
      );
      return merge(
        defer(() => of(null)),
        snapshots.pipe(ofType(AgentActions.agentChanged)),
      ).pipe(
        filter(isExpected),
        take(1),
        tap(() => {
          answeredFor = dispatcher.context().agent.callNumber;
        }),
        takeUntil(merge(timer(expectationLimit, timers), ended)),
      );
    };

    return actions.pipe(
      ofType(SoftphoneActions.invited),
      mergeMapReportingErrors(report, ({ callId }) => {
        if (policy === 'never' || !tab.isLeader()) return EMPTY;
        return (policy === 'always' ? of(null) : expectation(callId)).pipe(
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
