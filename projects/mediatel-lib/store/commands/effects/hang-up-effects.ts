import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_TIMERS, MediatelClock, LeaderTab, Softphone, owedClose } from 'mediatel-lib/ports';
import { EMPTY, type Observable, filter, ignoreElements, map, merge, tap, timer } from 'rxjs';
import { CommandActions, CommandOutcomes } from '../../state/command-actions';
import { CommandDispatcher } from '../command-dispatcher';
import { isInCall } from '../../selectors/command-refusal';
import { sendBye } from '../composed-command';
import { reconcileGrace } from '../../selectors/reconcile';
import { LIFECYCLE_ACTIONS } from '../../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../../effects-kit/report-fault';
import { type CallKey, isSameCall } from '../../state/call/call-key';
import { ConnectionActions } from '../../state/connection-actions';
import { SessionActions } from '../../state/session-actions';
import { SoftphoneActions } from '../../state/softphone-actions';
import { isAnswered } from '../../state/call/answered';
import { mergeMapReportingErrors } from '../../effects-kit/merge-map-reporting-errors';

/** How long (ms) after `closeCall` the server has to end the SIP call itself. */
const byeDelay = 2000;

/** Sends a BYE if the SIP call is still there after its `closeCall`, whichever tab sent it. */
export const endBySip = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    softphone: Pick<Softphone, 'execute'> = inject(Softphone),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
    report = injectFaultReport(),
    timers = inject(MEDIATEL_TIMERS),
  ) =>
    actions.pipe(
      ofType(CommandOutcomes.commandSent),
      filter(({ given }) => given.command.name === 'hangUp' && tab.isLeader()),
      mergeMapReportingErrors(report, () => {
        const callId = dispatcher.context().softphone.call?.callId;
        if (callId === undefined) return EMPTY;
        return timer(byeDelay, timers).pipe(
          tap(() => {
            sendBye({ dispatcher, softphone }, callId);
          }),
          ignoreElements(),
        );
      }),
    ),
  { functional: true, dispatch: false },
);

/**
 * Rejects a ringing call that the operator hung up, if Mediatel still does not know the call after the grace.
 *
 * Nobody else can end such a call. A ringing call that Mediatel knows is never rejected by SIP: Mediatel would put the operator
 * on Force Pause.
 */
export const rejectUnknownCall = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    softphone: Pick<Softphone, 'execute'> = inject(Softphone),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    clock: Pick<MediatelClock, 'monotonic'> = inject(MediatelClock),
    report = injectFaultReport(),
    timers = inject(MEDIATEL_TIMERS),
  ) =>
    actions.pipe(
      ofType(CommandOutcomes.ringingDeclined),
      mergeMapReportingErrors(report, ({ callId }) => {
        const invitedAt = dispatcher.context().softphone.call?.invitedAt ?? 0;
        return timer(Math.max(0, invitedAt + reconcileGrace - clock.monotonic()), timers).pipe(
          tap(() => {
            const { agent, softphone: phone } = dispatcher.context();
            const isRinging = phone.call?.callId === callId && !isAnswered(phone.call);
            if (isRinging && !isInCall(agent)) softphone.execute({ type: 'hangUp', callId });
          }),
          ignoreElements(),
        );
      }),
    ),
  { functional: true, dispatch: false },
);

/**
 * Sends `closeCall` when Mediatel's link is back, if the operator hung up while it was down and Mediatel still has that call. The
 * phone's BYE may not have reached anybody. The page may have been loaded again meanwhile.
 */
export const closeHungUpCall = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) => {
    let owed: CallKey | null = null;
    const forget = (): void => {
      owed = null;
      owedClose.remove();
    };
    const present = (): CallKey => {
      const { knownCallTraceID: callTraceID, callNumber } = dispatcher.context().agent;
      return { callTraceID, callNumber };
    };
    const hungUp = actions.pipe(
      // Not the command: it may be refused, given twice, or in another tab.
      ofType(SoftphoneActions.ended),
      filter(({ by, answered }) => {
        const { agent, link } = dispatcher.context();
        const { session, connection } = link;
        // A sign-out stops the phone, which ends its call too.
        if (session.status === 'signedOut' || by !== 'operator' || !answered) return false;
        return connection.status !== 'connected' && isInCall(agent) && tab.isLeader();
      }),
      tap(() => {
        owed = present();
        if (owed.callTraceID !== null) owedClose.write({ callTraceID: owed.callTraceID, at: Date.now() });
      }),
      ignoreElements(),
    );
    const over = actions.pipe(
      ofType(SessionActions.signedOut, SoftphoneActions.invited, SoftphoneActions.resumed),
      tap(forget),
      ignoreElements(),
    );
    const closed = actions.pipe(
      ofType(ConnectionActions.resynced),
      filter(() => tab.isLeader()),
      filter(() => {
        const stored = owedClose.read(null);
        const call = owed ?? (stored && { callTraceID: stored.callTraceID, callNumber: null });
        forget();
        return call !== null && isInCall(dispatcher.context().agent) && isSameCall(present(), call);
      }),
      map(() => CommandActions.hangUp()),
    );
    return merge(hungUp, over, closed);
  },
  { functional: true },
);
