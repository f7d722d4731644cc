import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, of } from 'rxjs';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from './command-dispatcher';
import { allows } from '../selectors/command-refusal';
import type { MediatelCommand } from '../state/command-status';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/**
 * Sends a toggle again if its wanted value changed while it was pending.
 *
 * This is no retry: the operator gave the second command, and it could not be sent before.
 */
export const followWantedToggle = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context' | 'give'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
    report = injectFaultReport(),
  ) => {
    /** The command to send after this one; `null` if there is none. */
    const due = ({ name }: MediatelCommand): MediatelCommand | null => {
      const { agent, commands } = dispatcher.context();
      if (name === 'mute') {
        const muted = commands.wanted.mute ?? agent.mute;
        return muted !== agent.mute && allows(agent, 'CMD_MUTE') ? { name, muted } : null;
      }
      if (name !== 'predictive') return null;
      const on = commands.wanted.predictive ?? agent.predictiveStatus;
      return on !== agent.predictiveStatus ? { name, on } : null;
    };

    return actions.pipe(
      ofType(CommandOutcomes.commandConfirmed, CommandOutcomes.commandSurfaced),
      mergeMapReportingErrors(report, ({ command }) => {
        const next = tab.isLeader() ? due(command) : null;
        return next ? of(dispatcher.give(next)) : EMPTY;
      }),
    );
  },
  { functional: true },
);
