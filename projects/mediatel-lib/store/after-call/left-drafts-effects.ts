import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab, MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import { EMPTY, type Observable, of } from 'rxjs';
import { MEDIATEL_CALL_CONTACT_HANDLER } from './call-contact';
import { unknownReport } from './call-report';
import { HandOvers } from './hand-overs';
import { handToHost } from './hand-to-host';
import { CallDrafts } from '../drafts/call-drafts';
import { MEDIATEL_CALL_NOTES } from './call-notes';
import { CommandOutcomes } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { ConnectionActions } from '../state/connection-actions';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/**
 * Hands over the drafts of calls that ended while no page was open, and offers the newest one for copying.
 *
 * Nobody knows whether Mediatel has the codes of such a call.
 */
export const offerLeftDrafts = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    drafts: Pick<CallDrafts, 'all' | 'close'> = inject(CallDrafts),
    notes = inject(MEDIATEL_CALL_NOTES, { optional: true }),
    contacts = inject(MEDIATEL_CALL_CONTACT_HANDLER),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
    handOvers: Pick<HandOvers, 'track'> = inject(HandOvers),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    const unknown = { number: null, callCustomerID: null };

    /** Hands a left draft over. Returns `false` if there is no handler or it throws. */
    const handOver = (callTraceID: string, codeIds: readonly string[], text: string): boolean => {
      const codes = codeIds.map((id) => ({ id, name: id, actionFlag: '' }));
      const codesAre = codes.length > 0 ? ('unconfirmed' as const) : ('none' as const);
      let isFailed = false;
      const failed = (error: unknown): void => {
        isFailed = true;
        report(error);
      };
      // This is the host's code.
      try {
        if (text !== '') notes?.({ ...unknown, callTraceID, text });
      } catch (error) {
        failed(error);
        return false;
      }
      // Nobody measured a call that ended without a page.
      const contact = { ...unknown, callTraceID, queueName: null, codes, codesAre, note: text, report: unknownReport };
      handToHost(contacts, contact, handOvers.track({ taken: () => undefined, failed }), timers);
      return !isFailed && (notes !== null || contacts !== null);
    };

    return actions.pipe(
      ofType(ConnectionActions.resynced),
      mergeMapReportingErrors(report, (): Observable<Action> => {
        const { agent } = dispatcher.context();
        if (!tab.isLeader()) return EMPTY;
        const left = [...drafts.all()].filter(([id, draft]) => draft.isOver !== true && id !== agent.knownCallTraceID);
        let offered: Action | null = null;
        for (const [callTraceID, { codeIds, note }] of left) {
          const isTaken = handOver(callTraceID, codeIds, note.trim());
          if (codeIds.length > 0 || !isTaken) {
            offered = CommandOutcomes.callCodesUnconfirmed({ callTraceID, callNumber: null, codeIds });
          }
          drafts.close(callTraceID);
        }
        // The offer must not hide a saving of the present call that is still pending.
        return offered === null || dispatcher.context().commands.callCodeSaving?.status === 'saving'
          ? EMPTY
          : of(offered);
      }),
    );
  },
  { functional: true },
);
