import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, of } from 'rxjs';
import { CommandActions, CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { type CommandContext, allows, commandRefusal } from './command-refusal';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { survive } from './survive';

/** `muteCall` toggles: it is due only where the snapshot differs from the wish and none is on its way. */
const isServerDue = ({ agent, link, commands }: CommandContext, muted: boolean): boolean =>
  link.synced && allows(agent, 'CMD_MUTE') && agent.mute !== muted && commands.statuses.mute.status !== 'pending';

/** Silences the outgoing track at once, and the server too where it allows it. */
export const mute = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    softphone = inject(Softphone),
    desk: Pick<CommandDesk, 'context' | 'give'> = inject(CommandDesk),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(CommandActions.setMuted),
      survive(report, ({ muted }) => {
        const context = desk.context();
        const refusal = commandRefusal(context, 'mute');
        if (refusal) return of(CommandOutcomes.commandRefused({ command: 'mute', refusal }));
        const { call } = context.softphone;
        if (call) softphone.setMuted(call.callId, muted);
        return isServerDue(context, muted) ? of(desk.give({ name: 'mute', muted })) : EMPTY;
      }),
    ),
  { functional: true },
);
