import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_CONFIG, MEDIATEL_TIMERS, LeaderTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, map, merge, of, take, takeUntil, timer } from 'rxjs';
import { AgentActions } from '../../state/agent-actions';
import { CommandOutcomes } from '../../state/command-actions';
import { CommandDispatcher } from '../command-dispatcher';
import { allows } from '../../selectors/command-refusal';
import type { MediatelCommand, ToggleName } from '../../state/command-status';
import { LIFECYCLE_ACTIONS } from '../../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../../effects-kit/merge-map-reporting-errors';

/**
 * Sends a toggle again if its wanted value changed while it was pending.
 *
 * This is no retry: the operator gave the second command, and it could not be sent before.
 */
export const followWantedToggle = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context' | 'sendIfAllowed'> = inject(CommandDispatcher),
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
        return next ? of(dispatcher.sendIfAllowed(next)) : EMPTY;
      }),
    );
  },
  { functional: true },
);

const flips = {
  mute: [AgentActions.mutedByServer, AgentActions.unmutedByServer],
  predictive: [AgentActions.predictiveTurnedOn, AgentActions.predictiveTurnedOff],
} as const;

/**
 * Sends a toggle again if an unanswered one arrived late and undid the operator's second press.
 *
 * Only within twice `commandTimeout`: a later change is somebody else's.
 */
export const restoreUndoneToggle = createEffect(
  (
    // The server's toggles are not among `LIFECYCLE_ACTIONS`.
    frequent: Observable<Action> = inject(Actions),
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context' | 'sendIfAllowed'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
    report = injectFaultReport(),
    limit = inject(MEDIATEL_CONFIG).commandTimeout,
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const commandOf = (name: ToggleName, on: boolean): MediatelCommand =>
      name === 'mute' ? { name, muted: on } : { name, on };
    const isUndone = (name: ToggleName, on: boolean): boolean => {
      const { agent } = dispatcher.context();
      return (name === 'mute' ? agent.mute : agent.predictiveStatus) !== on;
    };
    return actions.pipe(
      ofType(CommandOutcomes.commandConfirmed),
      mergeMapReportingErrors(report, ({ command: { name } }): Observable<Action> => {
        if (name !== 'mute' && name !== 'predictive') return EMPTY;
        const on = dispatcher.context().commands.wanted[name];
        if (on === undefined || isUndone(name, on)) return EMPTY;
        const over = merge(
          timer(2 * limit, timers),
          actions.pipe(
            ofType(CommandOutcomes.commandSent),
            filter(({ given }) => given.command.name === name),
          ),
        );
        return frequent.pipe(
          ofType(...flips[name]),
          filter(() => tab.isLeader() && isUndone(name, on)),
          take(1),
          takeUntil(over),
          map(() => dispatcher.sendIfAllowed(commandOf(name, on))),
        );
      }),
    );
  },
  { functional: true },
);
