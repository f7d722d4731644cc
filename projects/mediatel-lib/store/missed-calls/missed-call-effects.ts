import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { MEDIATEL_TIMERS, MediatelClock } from 'mediatel-lib/ports';
import {
  EMPTY,
  type Observable,
  filter,
  ignoreElements,
  interval,
  merge,
  mergeMap,
  of,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { ConnectionActions } from '../state/connection-actions';
import { MissedCallDetector, type EvidenceContext } from './missed-call-detector';
import { isOnForcePause } from '../selectors/force-pause';
import type { MissedCall } from '../state/missed-call';
import { MissedCallActions } from '../state/missed-call-actions';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { reconcileGrace } from '../selectors/reconcile';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SoftphoneActions } from '../state/softphone-actions';
import { callErrors } from '../state/call/call-errors';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

const card = (missed: MissedCall | null): Observable<Action> =>
  missed === null ? EMPTY : of(MissedCallActions.callMissed({ missed }));

/** Dispatches a card for each failed delivery, from the signs of the phone and of Mediatel. */
export const reportMissedCalls = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    clock = inject(MediatelClock),
    report = injectFaultReport(),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const watch = new MissedCallDetector();
    /** The SIP call that rings. */
    let ringing: { readonly callId: string; readonly at: number; readonly number: string | null } | null = null;
    let everSynced = false;

    const seen = (): EvidenceContext => ({ context: dispatcher.context(), now: clock.monotonic() });
    const settleLater = (callId: string): Observable<Action> =>
      timer(reconcileGrace, timers).pipe(mergeMap(() => card(watch.settled(callId, seen()))));

    return actions.pipe(
      ofType(
        SoftphoneActions.registrationChanged,
        SoftphoneActions.invited,
        SoftphoneActions.inviteRefused,
        SoftphoneActions.answered,
        SoftphoneActions.ended,
        ConnectionActions.resynced,
        ConnectionActions.snapshotsDelayed,
        CommandOutcomes.commandSent,
        AgentActions.dialingStarted,
        AgentActions.callDelivered,
        AgentActions.callStarted,
        AgentActions.callFailed,
        AgentActions.pauseStarted,
      ),
      mergeMapReportingErrors(report, (action): Observable<Action> => {
        switch (action.type) {
          case SoftphoneActions.registrationChanged.type:
            watch.registration.changed(action.registration, clock.monotonic());
            return EMPTY;
          case SoftphoneActions.invited.type: {
            const { callId, at, callerNumber: number } = action;
            ringing = { callId, at, number };
            watch.rings(callId);
            return interval(1000, timers).pipe(
              tap(() => {
                watch.ticked(clock.monotonic());
              }),
              takeUntil(
                actions.pipe(
                  ofType(SoftphoneActions.answered, SoftphoneActions.ended),
                  filter((over) => over.callId === callId),
                ),
              ),
              ignoreElements(),
            );
          }
          case SoftphoneActions.inviteRefused.type: {
            const { callId, refusal, callerNumber } = action;
            // If it was refused while answering, its ringing time explains nothing.
            if (ringing?.callId === callId) ringing = null;
            return merge(card(watch.refused(callId, refusal, callerNumber, seen())), settleLater(callId));
          }
          case SoftphoneActions.answered.type:
            ringing = null;
            return EMPTY;
          case SoftphoneActions.ended.type: {
            const mine = ringing?.callId === action.callId ? ringing : null;
            if (mine === null || action.answered || action.by === 'operator') return EMPTY;
            ringing = null;
            return merge(card(watch.ended(mine.callId, mine.at, mine.number, seen())), settleLater(mine.callId));
          }
          case ConnectionActions.resynced.type:
            everSynced = true;
            return EMPTY;
          case ConnectionActions.snapshotsDelayed.type:
            watch.delayed(action.by, clock.monotonic());
            return EMPTY;
          case CommandOutcomes.commandSent.type:
            if (action.given.command.name === 'hangUp') watch.cancelled(ringing?.callId ?? null);
            return EMPTY;
          case AgentActions.dialingStarted.type:
          case AgentActions.callDelivered.type:
            watch.announced(dispatcher.context());
            return EMPTY;
          case AgentActions.callStarted.type:
            // The call was answered. If our INVITE was cancelled, another device answered: `settled` decides.
            if (dispatcher.context().softphone.call !== null) watch.reached();
            return EMPTY;
          case AgentActions.callFailed.type:
          case AgentActions.pauseStarted.type: {
            const resync = action.origin === 'resync';
            // A page that loads during an old Force Pause has missed nothing.
            if (resync && !everSynced) return EMPTY;
            const ours =
              'errorID' in action
                ? action.errorID === callErrors.extensionSilent
                : isOnForcePause(dispatcher.context().agent);
            return ours ? card(watch.unanswered(seen(), resync)) : EMPTY;
          }
        }
      }),
    );
  },
  { functional: true },
);
