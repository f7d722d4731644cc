import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { AgentConnection, MediatelClock, LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, delayWhen, ignoreElements, merge, tap } from 'rxjs';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/**
 * Drops a link at once if a command stayed unanswered and no message came since.
 *
 * The desk offers to restart the agent if a command is unanswered, and can't do so while the link is replaced. At once means
 * that it never shows this button just to take it away.
 *
 * The link may be half open: then requests that it still accepts arrive late. The server's ping would reveal it only after
 * 20 s. Nothing is sent again.
 */
export const dropSilentLink = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    connection = inject(AgentConnection),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    clock: Pick<MediatelClock, 'monotonic'> = inject(MediatelClock),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader' | 'certain'> = inject(LeaderTab),
  ) => {
    let heardAt = -Infinity;
    const hearing = connection.messages.pipe(
      tap(() => (heardAt = clock.monotonic())),
      ignoreElements(),
    );
    const dropping = actions.pipe(
      ofType(CommandOutcomes.commandUnanswered),
      delayWhen(() => tab.certain()),
      mergeMapReportingErrors(report, ({ command }): Observable<never> => {
        const { commands, link } = dispatcher.context();
        const status = commands.statuses[command.name];
        const isSilent = status.status === 'unanswered' && heardAt < status.given.sentAt;
        // Each tab measures for itself; only the leading tab drops its link.
        if (tab.isLeader() && isSilent && link.connection.status === 'connected') connection.retryNow();
        return EMPTY;
      }),
    );
    return merge(hearing, dropping);
  },
  { functional: true, dispatch: false },
);
