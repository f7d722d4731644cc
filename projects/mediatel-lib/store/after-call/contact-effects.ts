import { inject } from '@angular/core';
import { createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab, MEDIATEL_TIMERS } from 'mediatel-lib/ports';
import type { CallCode } from 'mediatel-lib/protocol';
import { EMPTY, type Observable, defer, filter, mergeMap, of, take, tap } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { MEDIATEL_CALL_CONTACT_HANDLER, type CallContact } from './call-contact';
import { CallReports } from './call-reports';
import { SentCodes } from '../commands/sent-codes';
import { HandOvers } from './hand-overs';
import { handToHost } from './hand-to-host';
import { CallDrafts } from '../drafts/call-drafts';
import { type CallKey, isSameCall } from '../state/call/call-key';
import { CommandOutcomes } from '../state/command-actions';
import { type KnownCall, knownCallOf } from '../state/call/known-call';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { ContactMemory } from './contact-memory';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SessionActions } from '../state/session-actions';
import { SoftphoneActions } from '../state/softphone-actions';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

/** Hands each answered call to the host once its after-call work is over, and deletes its draft if nothing is left to copy. */
export const handOverContacts = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    drafts: Pick<CallDrafts, 'latestOf' | 'forget'> = inject(CallDrafts),
    handler = inject(MEDIATEL_CALL_CONTACT_HANDLER),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader' | 'certain'> = inject(LeaderTab),
    memory: Pick<ContactMemory, 'rememberCall' | 'forget'> = inject(ContactMemory),
    reports: Pick<CallReports, 'of'> = inject(CallReports),
    handOvers: Pick<HandOvers, 'track'> = inject(HandOvers),
    sentCodes: Pick<SentCodes, 'of' | 'forget'> = inject(SentCodes),
    timers = inject(MEDIATEL_TIMERS),
  ) => {
    /** The answered call that is not handed over yet, and the caller's number from the SIP call. */
    let open: { readonly callNumber: number; readonly callerNumber: string | null } | null = null;
    let names: readonly CallCode[] = [];
    /** The codes that the last after-call work offered. Its end removes them from the state. */
    let offered: readonly CallCode[] = [];

    const follow = (): void => {
      const { agent, softphone } = dispatcher.context();
      const { callNumber } = agent;
      if (callNumber === null) return;
      if (agent.phase === 'clerical') offered = agent.availableCallCodes;
      const before = open?.callNumber === callNumber ? open.callerNumber : null;
      open = { callNumber, callerNumber: before ?? softphone.call?.callerNumber ?? null };
    };

    const knownOf = (callNumber: number | null): KnownCall | null =>
      knownCallOf(dispatcher.context().agent, callNumber);

    /** `isLeft`: whether the operator signs out before the after-call work is done; nobody will confirm the codes. */
    const handOver = ({ callTraceID, callNumber }: CallKey, known: KnownCall | null, isLeft = false): void => {
      const mineIsOpen = open !== null && open.callNumber === callNumber;
      const callerNumber = mineIsOpen ? (open?.callerNumber ?? null) : null;
      const saving = dispatcher.context().commands.callCodeSaving;
      const mine = saving !== null && isSameCall(saving, { callTraceID, callNumber }) ? saving : null;
      const draft = drafts.latestOf({ callTraceID, callNumber });
      // A leading tab that has closed may have sent codes without a message that arrived here.
      const sent = mine === null && callTraceID !== null ? sentCodes.of(callTraceID) : null;
      if (sent !== null) names = offered;
      else if (isLeft) names = dispatcher.context().agent.availableCallCodes;
      const chosen = mine?.codeIds ?? sent ?? (isLeft ? draft.codeIds : []);
      const codes = chosen.map((id) => names.find((code) => code.id === id) ?? { id, name: id, actionFlag: '' });
      if (mineIsOpen) open = null;
      if (!tab.isLeader()) return;
      if (callTraceID !== null && !memory.rememberCall(callTraceID)) return;
      const contact: CallContact = {
        callTraceID,
        number: known?.number ?? callerNumber,
        queueName: known?.queueName ?? null,
        callCustomerID: known?.callCustomerID ?? null,
        codes,
        codesAre: codes.length === 0 ? 'none' : mine?.status === 'saved' ? 'saved' : 'unconfirmed',
        note: draft.note.trim(),
        report: reports.of(callNumber),
      };
      const ends = handOvers.track({
        taken: () => {
          // Codes that Mediatel may not have, and a note that nobody took, remain so that the operator can copy them.
          const isTaken = contact.note === '' || handler !== null;
          if (callTraceID !== null && contact.codesAre === 'saved' && isTaken) drafts.forget(callTraceID);
        },
        failed: (error) => {
          if (callTraceID !== null) memory.forget(callTraceID);
          report(error);
        },
      });
      handToHost(handler, contact, ends, timers);
    };

    const isInClericalOf = (callNumber: number | null): boolean => {
      const { agent } = dispatcher.context();
      return agent.phase === 'clerical' && agent.callNumber === callNumber;
    };

    /** Emits once the call's saving is settled. The same `clericalEnded` settles it, before or after it reaches this effect. */
    const settled = (call: CallKey): Observable<unknown> => {
      const { callCodeSaving, statuses } = dispatcher.context().commands;
      const { status } = statuses.saveCallCodes;
      const open = status === 'pending' || status === 'unanswered';
      if (!open || callCodeSaving === null || !isSameCall(callCodeSaving, call)) return of(null);
      return actions.pipe(
        ofType(
          CommandOutcomes.commandConfirmed,
          CommandOutcomes.commandSurfaced,
          CommandOutcomes.commandOvertaken,
          CommandOutcomes.callCodesUnconfirmed,
        ),
        filter((outcome) => !('command' in outcome) || outcome.command.name === 'saveCallCodes'),
        take(1),
      );
    };

    /** Takes the call's facts now: another call may have come by the time the saving is settled. */
    const handOverOnceSettled = (call: CallKey, known: KnownCall | null): Observable<unknown> =>
      settled(call).pipe(
        mergeMap(() => tab.certain()),
        tap(() => {
          handOver(call, known);
        }),
      );

    const leave = (callNumber: number): void => {
      const known = knownOf(callNumber);
      handOver({ callNumber, callTraceID: known?.callTraceID ?? null }, known, true);
    };

    return actions.pipe(
      ofType(
        SoftphoneActions.answered,
        SoftphoneActions.resumed,
        CommandOutcomes.commandSent,
        CommandOutcomes.commandOvertaken,
        AgentActions.callStarted,
        AgentActions.callEnded,
        AgentActions.clericalStarted,
        AgentActions.clericalEnded,
        SessionActions.signedOut,
      ),
      mergeMapReportingErrors(report, (action): Observable<unknown> => {
        switch (action.type) {
          case CommandOutcomes.commandSent.type:
            if (action.given.command.name === 'saveCallCodes') names = dispatcher.context().agent.availableCallCodes;
            return EMPTY;
          case CommandOutcomes.commandOvertaken.type: {
            const { command } = action;
            // Refused codes count as never saved.
            if (command.name === 'saveCallCodes' && command.callTraceID !== null && tab.isLeader())
              sentCodes.forget(command.callTraceID);
            return EMPTY;
          }
          case AgentActions.callEnded.type:
            // If clerical follows, `clericalEnded` hands the call over. A call that nobody answered is not handed over.
            if (isInClericalOf(action.callNumber)) return EMPTY;
            if (!action.answered) {
              open = null;
              return EMPTY;
            }
            return defer(() => of(handOver(action, knownOf(action.callNumber))));
          case AgentActions.clericalEnded.type:
            return handOverOnceSettled(action, knownOf(action.callNumber));
          case SessionActions.signedOut.type:
            if (open !== null) leave(open.callNumber);
            return EMPTY;
          default:
            follow();
            return EMPTY;
        }
      }),
    );
  },
  { functional: true, dispatch: false },
);
