import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { PhoneTab, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, ignoreElements, tap, timer } from 'rxjs';
import { CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { sendBye } from './give-command';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { survive } from './survive';

/** How long (ms) after `closeCall` the server may take to end the SIP call itself. */
export const byeDelay = 2000;

/** Sends a BYE where the SIP call outlives its `closeCall`, whichever tab hung up. */
export const endBySip = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    softphone: Pick<Softphone, 'setMuted' | 'hangUp'> = inject(Softphone),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(CommandOutcomes.commandSent),
      filter(({ given }) => given.command.name === 'hangUp' && tab.leads()),
      survive(report, () => {
        const callId = desk.context().softphone.call?.callId;
        if (callId === undefined) return EMPTY;
        return timer(byeDelay).pipe(
          tap(() => {
            sendBye({ desk, softphone }, callId);
          }),
          ignoreElements(),
        );
      }),
    ),
  { functional: true, dispatch: false },
);
