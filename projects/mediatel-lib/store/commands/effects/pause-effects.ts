import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, of } from 'rxjs';
import { AgentActions } from '../../state/agent-actions';
import { CommandOutcomes } from '../../state/command-actions';
import { CommandDispatcher } from '../command-dispatcher';
import { allows } from '../../selectors/command-refusal';
import { planNextPause } from '../next-pause';
import { injectFaultReport } from '../../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../../effects-kit/merge-map-reporting-errors';

type Dispatcher = Pick<CommandDispatcher, 'context' | 'sendIfAllowed' | 'send' | 'sent'>;

/** Sends the next pause as soon as Mediatel allows it, and drops it once the operator is on a pause or logged out. */
export const followNextPause = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    dispatcher: Dispatcher = inject(CommandDispatcher),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) =>
    actions.pipe(
      ofType(AgentActions.agentChanged),
      filter(() => dispatcher.context().commands.nextPause !== null),
      mergeMapReportingErrors(report, (): Observable<Action> => {
        const { agent, commands } = dispatcher.context();
        const { nextPause } = commands;
        if (nextPause === null) return EMPTY;
        const { pauseId, sent } = nextPause;
        // The leading tab shares the outcome. A following tab's snapshots may be older than the leading tab's newest plan.
        if (!tab.isLeader()) return EMPTY;
        if (agent.phase === 'paused' || agent.phase === 'loggedOut') return of(CommandOutcomes.nextPauseDropped());
        if (agent.phase === 'clerical')
          return !sent && allows(agent, 'CMD_PAUSE') ? of(planNextPause(dispatcher, pauseId)) : EMPTY;
        // A failed call passes through `available` on its way to Force Pause.
        if (agent.phase !== 'available' || agent.state === 'STATE_MAKECALL_FAILED') return EMPTY;
        // Sent, but the operator is available: from now on the pause is a pending command.
        if (sent) return of(CommandOutcomes.nextPauseDropped(), dispatcher.sent({ name: 'pause', pauseId }));
        if (!allows(agent, 'CMD_PAUSE')) return EMPTY;
        return of(CommandOutcomes.nextPauseDropped(), dispatcher.sendIfAllowed({ name: 'pause', pauseId }));
      }),
    ),
  { functional: true },
);
