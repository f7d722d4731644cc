import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { PhoneTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, of } from 'rxjs';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDesk } from './command-desk';
import { allows } from '../selectors/command-refusal';
import type { Command } from '../state/command-status';
import { RARE_ACTIONS } from '../effects-kit/rare-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { survive } from '../effects-kit/survive';

/**
 * Sends a toggle once more where its wanted value changed while it was on its way.
 *
 * A wanted value is no retry: the operator asked for it, and it could not be sent before.
 */
export const followWantedToggle = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
    report = injectFaultReport(),
  ) => {
    /** What is still to be sent after this command. */
    const due = ({ name }: Command): Command | null => {
      const { agent, commands } = desk.context();
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
      survive(report, ({ command }) => {
        const next = tab.leads() ? due(command) : null;
        return next ? of(desk.give(next)) : EMPTY;
      }),
    );
  },
  { functional: true },
);
