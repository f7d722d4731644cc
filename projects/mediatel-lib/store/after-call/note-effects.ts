import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { LeaderTab } from 'mediatel-lib/ports';
import { type Observable, filter, merge, tap } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import { CallDrafts } from '../drafts/call-drafts';
import { MEDIATEL_CALL_NOTES } from './call-notes';
import { knownCallOf } from '../state/call/known-call';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SessionActions } from '../state/session-actions';

/** Hands each call's note to the host once, when the after-call work is over, with or without saved codes or a desk on the page. */
export const deliverNotes = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    // The sign-out comes by the same stream as to `forgetCustomers`, so the order of subscription decides: this effect is first.
    rareActions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    drafts: Pick<CallDrafts, 'latestOf' | 'adopt' | 'close'> = inject(CallDrafts),
    handler = inject(MEDIATEL_CALL_NOTES, { optional: true }),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) => {
    /** The number of the call whose note is not handed over yet. */
    let open: number | null = null;

    const deliver = (): void => {
      if (open === null) return;
      const callNumber = open;
      open = null;
      const known = knownCallOf(dispatcher.context().agent, callNumber);
      const { callTraceID = null, number = null, callCustomerID = null } = known ?? {};
      const text = drafts.latestOf({ callTraceID, callNumber }).note.trim();
      if (callTraceID !== null) drafts.close(callTraceID);
      // Every tab of the operator sees the call end; only the leading tab hands the note over.
      if (text === '' || !tab.isLeader()) return;
      // This is the host's code.
      try {
        handler?.({ callTraceID, number, callCustomerID, text });
      } catch (error) {
        report(error);
      }
    };

    const follow = (): void => {
      const { callNumber, knownCall } = dispatcher.context().agent;
      if (open !== callNumber) deliver();
      if (callNumber === null) return;
      open = callNumber;
      drafts.adopt({ callTraceID: knownCall?.callTraceID ?? null, callNumber });
    };

    return merge(
      actions.pipe(
        ofType(AgentActions.agentChanged),
        filter(() => open !== null || isInCall(dispatcher)),
        tap(follow),
      ),
      // A sign-out that Mediatel did not confirm ends the call for this operator too.
      rareActions.pipe(ofType(SessionActions.signedOut), tap(deliver)),
    );
  },
  { functional: true, dispatch: false },
);

const isInCall = (dispatcher: Pick<CommandDispatcher, 'context'>): boolean =>
  dispatcher.context().agent.callNumber !== null;
