import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { AgentConnection, MediatelClock, LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, delay, delayWhen, ignoreElements, merge, tap } from 'rxjs';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/** How long (ms) messages that waited with an overdue timer have to be read. */
const stopGrace = 100;

/**
 * Drops a link on which a command stayed unanswered and nothing at all came since: it may be half open, and what it still
 * took would arrive late. The server's ping would tell it only after 20 s. Nothing is sent again.
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
      // After a stop the page's timers may run before the messages that waited with them.
      delay(stopGrace),
      delayWhen(() => tab.certain()),

      mergeMapReportingErrors(report, ({ command }): Observable<never> => {
        const { commands, link } = dispatcher.context();
        const status = commands.statuses[command.name];
        const isSilent = status.status === 'unanswered' && heardAt < status.given.at;
        // Each tab counts for itself; the one that has the link drops it, once.
        if (tab.isLeader() && isSilent && link.connection.status === 'connected') connection.retryNow();
        return EMPTY;
      }),
    );
    return merge(hearing, dropping);
  },
  { functional: true, dispatch: false },
);
