import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { PhoneTab } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, of } from 'rxjs';
import { AgentActions } from './agent-actions';
import { argumentRefusal } from './argument-refusal';
import { concernsCall } from './call-phase';
import { CommandActions, CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { allows, commandRefusal } from './command-refusal';
import type { Command } from './command-status';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { survive } from './survive';

type Desk = Pick<CommandDesk, 'context' | 'give' | 'send' | 'sent'>;

/** Tells Mediatel of the next pause where it takes it now; it is taken after the call. */
const plan = (desk: Desk, pauseId: string): Action => {
  const sent = allows(desk.context().agent, 'CMD_PAUSE') && desk.send([{ type: 'pause', id: pauseId }]);
  return CommandOutcomes.nextPausePlanned({ pauseId, sent });
};

/** Takes a pause now, or during a call and its clerical: next. */
export const takePause = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Desk = inject(CommandDesk),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(CommandActions.takePause),
      survive(report, ({ pauseId }) => {
        const context = desk.context();
        const command: Command = { name: 'pause', pauseId };
        if (!concernsCall(context.agent.phase)) return of(desk.give(command));
        const refusal = commandRefusal(context, 'pause') ?? argumentRefusal(context.agent, command);
        return of(refusal ? CommandOutcomes.commandRefused({ command: 'pause', refusal }) : plan(desk, pauseId));
      }),
    ),
  { functional: true },
);

/** Sends the next pause as soon as Mediatel takes it, and forgets it when there is a pause. */
export const followNextPause = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    desk: Desk = inject(CommandDesk),
    report = injectFaultReport(),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
  ) =>
    actions.pipe(
      ofType(AgentActions.agentChanged),
      filter(() => desk.context().commands.nextPause !== null),
      survive(report, (): Observable<Action> => {
        const { agent, commands } = desk.context();
        const { nextPause } = commands;
        if (nextPause === null) return EMPTY;
        const { pauseId, sent } = nextPause;
        if (agent.phase === 'paused' || agent.phase === 'loggedOut') return of(CommandOutcomes.nextPauseDropped());
        if (!tab.leads()) return EMPTY;
        if (agent.phase === 'clerical') return !sent && allows(agent, 'CMD_PAUSE') ? of(plan(desk, pauseId)) : EMPTY;
        // A failed call passes through `available` on its way to Force Pause.
        if (agent.phase !== 'available' || agent.state === 'STATE_MAKECALL_FAILED') return EMPTY;
        // Told, but not granted: from now on it is a pause that waits for its snapshot.
        if (sent) return of(CommandOutcomes.nextPauseDropped(), desk.sent({ name: 'pause', pauseId }));
        if (!allows(agent, 'CMD_PAUSE')) return EMPTY;
        return of(CommandOutcomes.nextPauseDropped(), desk.give({ name: 'pause', pauseId }));
      }),
    ),
  { functional: true },
);

export const cancelNextPause = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    desk: Desk = inject(CommandDesk),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(CommandActions.cancelNextPause),
      survive(report, (): Observable<Action> => {
        const { nextPause } = desk.context().commands;
        if (nextPause === null) return EMPTY;
        // Told already: a pause of 0 takes the wish back. Where it can't be sent, the wish stands and stays shown.
        if (nextPause.sent && !desk.send([{ type: 'pause', id: 0 }])) {
          return of(CommandOutcomes.commandRefused({ command: 'pause', refusal: { reason: 'not-connected' } }));
        }
        return of(CommandOutcomes.nextPauseDropped());
      }),
    ),
  { functional: true },
);
