import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { Clock, Softphone } from 'mediatel-lib/ports';
import { EMPTY, type Observable, concat, defer, ignoreElements, of, tap, timer } from 'rxjs';
import { CommandActions, CommandOutcomes } from './command-actions';
import { CommandDesk } from './command-desk';
import { commandRefusal, isInCall } from './command-refusal';
import { reconcileGrace } from './reconcile';
import { RARE_ACTIONS } from './rare-actions';
import { injectFaultReport } from './report-fault';
import { survive } from './survive';

/** How long (ms) after `closeCall` the server may take to end the SIP call itself. */
export const byeDelay = 2000;

/**
 * Hangs up: `closeCall`, then BYE if the SIP call still lives after 2 s; BYE at once without a link to Mediatel.
 *
 * A ringing call of Mediatel's is never rejected at SIP's level: that would cost the operator a Force Pause. One that it
 * still knows nothing of when the grace is over is nobody else's to end.
 */
export const hangUp = createEffect(
  (
    actions: Observable<Action> = inject(RARE_ACTIONS),
    softphone = inject(Softphone),
    clock = inject(Clock),
    desk: Pick<CommandDesk, 'context' | 'send' | 'sent'> = inject(CommandDesk),
    report = injectFaultReport(),
  ) => {
    const bye = (callId: string): void => {
      const { call } = desk.context().softphone;
      if (call?.callId === callId && call.answeredAt !== null) softphone.hangUp(callId);
    };

    const rejectLater = (callId: string): Observable<never> => {
      const { call } = desk.context().softphone;
      const left = Math.max(0, (call?.invitedAt ?? 0) + reconcileGrace - clock.monotonic());
      return timer(left).pipe(
        tap(() => {
          const { agent, softphone: phone } = desk.context();
          if (phone.call?.callId === callId && phone.call.answeredAt === null && !isInCall(agent))
            softphone.hangUp(callId);
        }),
        ignoreElements(),
      );
    };

    return actions.pipe(
      ofType(CommandActions.hangUp),
      survive(report, (): Observable<Action> => {
        const context = desk.context();
        const { agent, link, commands } = context;
        const refusal = commandRefusal(context, 'hangUp');
        if (refusal) return of(CommandOutcomes.commandRefused({ command: 'hangUp', refusal }));
        const status = commands.statuses.hangUp;
        if (status.status === 'pending' && status.given.callNumber === agent.callNumber) return EMPTY;

        const callId = context.softphone.call?.callId ?? null;
        const connected = link.connection.status === 'connected';
        if (connected && isInCall(agent) && desk.send([{ type: 'closeCall' }])) {
          const later = defer(() => timer(byeDelay)).pipe(ignoreElements());
          const thenBye = defer(() => {
            if (callId !== null) bye(callId);
            return EMPTY;
          });
          return concat(of(desk.sent({ name: 'hangUp' })), later, thenBye);
        }
        if (callId !== null && context.softphone.call?.answeredAt === null) return rejectLater(callId);
        if (callId !== null) bye(callId);
        else return of(CommandOutcomes.commandRefused({ command: 'hangUp', refusal: { reason: 'not-connected' } }));
        return EMPTY;
      }),
    );
  },
  { functional: true },
);
