import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { PhoneTab } from 'mediatel-lib/ports';
import { type Observable, filter, tap } from 'rxjs';
import { AgentActions } from './agent-actions';
import { CallDrafts } from './call-drafts';
import { CALL_NOTES, type CallNote } from './call-notes';
import { CommandDesk } from './command-desk';
import { injectFaultReport } from './report-fault';
import { SessionActions } from './session-actions';

type Noted = Omit<CallNote, 'text'> & { readonly callNumber: number };

/** Hands each call's note to the host once, when the call and its after-call work are over, saved or not, shown or not. */
export const deliverNotes = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    drafts: Pick<CallDrafts, 'ofCall' | 'adopt' | 'close'> = inject(CallDrafts),
    handler = inject(CALL_NOTES, { optional: true }),
    report = injectFaultReport(),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
  ) => {
    /** The state forgets a call with its end. */
    let last: Noted | null = null;

    const deliver = (): void => {
      if (last === null) return;
      const { callNumber, ...call } = last;
      last = null;
      const { callTraceID } = call;
      const text = drafts.ofCall({ callTraceID, callNumber }).note.trim();
      if (callTraceID !== null) drafts.close(callTraceID);
      // Every tab of the operator sees the call end; the host has the note once.
      if (text === '' || !tab.leads()) return;
      // The host's own code.
      try {
        handler?.({ ...call, text });
      } catch (error) {
        report(error);
      }
    };

    const follow = (): void => {
      const { callNumber, knownCallTraceID, ani, callCustomerID } = desk.context().agent;
      if (last !== null && last.callNumber !== callNumber) deliver();
      if (callNumber === null) return;
      const callTraceID = knownCallTraceID ?? last?.callTraceID ?? null;
      last = {
        callNumber,
        callTraceID,
        number: ani ?? last?.number ?? null,
        callCustomerID: callCustomerID ?? last?.callCustomerID ?? null,
      };
      drafts.adopt({ callTraceID, callNumber });
    };

    return actions.pipe(
      ofType(AgentActions.agentChanged, SessionActions.signedOut),
      filter((action) => action.type === SessionActions.signedOut.type || last !== null || isInCall(desk)),
      tap((action) => {
        // Signed out without Mediatel's word of it: the call is over for this operator.
        if (action.type === SessionActions.signedOut.type) deliver();
        else follow();
      }),
    );
  },
  { functional: true, dispatch: false },
);

const isInCall = (desk: Pick<CommandDesk, 'context'>): boolean => desk.context().agent.callNumber !== null;
