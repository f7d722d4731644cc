import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import { LeaderTab } from 'mediatel-lib/ports';
import { parseScreenPop } from 'mediatel-lib/protocol';
import { EMPTY, type Observable, filter, of, tap } from 'rxjs';
import { AgentActions } from '../state/agent-actions';
import type { AgentChanges, AgentState } from '../state/agent-state';
import { concernsCall } from '../state/call/call-phase';
import { CommandActions } from '../state/command-actions';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { ScreenPopActions } from '../state/screen-pop-actions';
import { MEDIATEL_SCREEN_POP_HANDLER } from './screen-pop-handler';
import { ScreenPopMemory } from './screen-pop-memory';
import type { ScreenPopRequest } from '../state/screen-pop-request';
import { selectBlockedScreenPop } from '../state/screen-pops-feature';
import { mergeMapReportingErrors } from '../effects-kit/merge-map-reporting-errors';

const mayMatter = (changes: AgentChanges): boolean =>
  changes.phase !== undefined ||
  changes.knownCallTraceID !== undefined ||
  changes.webServer !== undefined ||
  changes.callCustomerID !== undefined ||
  changes.crmConnectTarget !== undefined;

/** A call that reached somebody, with something to raise for it. */
function screenPopRequest(agent: AgentState): ScreenPopRequest | null {
  const {
    knownCallTraceID: callTraceID,
    callNumber,
    callCustomerID,
    ani,
    queueName,
    crmConnectTarget,
    crmConnectType,
  } = agent;
  if (callTraceID === null || !concernsCall(agent.phase) || agent.phase === 'dialing') return null;
  if (agent.webServer === null && callCustomerID === null && crmConnectTarget === null) return null;
  const parsed = parseScreenPop(agent.webServer);
  const page = parsed.ok ? parsed.pop : null;
  return { callTraceID, callNumber, callCustomerID, ani, queueName, crmConnectTarget, crmConnectType, page };
}

/**
 * Requests a screen pop once per `callTraceID`, however often the page is loaded in between; once more where the page comes
 * only after the customer's id.
 */
export const popScreens = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    memory: Pick<ScreenPopMemory, 'isDue' | 'note'> = inject(ScreenPopMemory),
    blocked: () => ScreenPopRequest | null = inject(Store).selectSignal(selectBlockedScreenPop),
    handler = inject(MEDIATEL_SCREEN_POP_HANDLER),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) => {
    /** The call whose page was raised last: most snapshots are of it. */
    let raised: string | null = null;

    return actions.pipe(
      ofType(AgentActions.agentChanged),
      filter(({ changes }) => mayMatter(changes) && dispatcher.context().agent.knownCallTraceID !== raised),
      mergeMapReportingErrors(report, ({ origin }): Observable<Action> => {
        const request = screenPopRequest(dispatcher.context().agent);
        if (request === null) return EMPTY;
        if (request.page !== null) raised = request.callTraceID;
        if (!memory.isDue(request)) return EMPTY;
        const requested = AgentActions.screenPopRequested({ origin, request });
        // Noted in every tab, so that one that leads later does not raise it again.
        if (!tab.isLeader()) {
          memory.note(request);
          return EMPTY;
        }
        let outcome: unknown;
        // A fault of the host's handler must not cost its listeners the event.
        try {
          outcome = handler?.(request);
        } catch (error) {
          report(error);
        }
        // Blocked, it is still to be raised: also after a reload.
        if (outcome === 'blocked') return of(requested, ScreenPopActions.screenPopBlocked({ request }));
        memory.note(request);
        // The page came after the customer's id: what was blocked of the same call is raised with it.
        return blocked() === null ? of(requested) : of(requested, ScreenPopActions.screenPopOpened({ request }));
      }),
    );
  },
  { functional: true },
);

/** Raises by a click what the browser blocked. */
export const openBlockedScreenPop = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    blocked: () => ScreenPopRequest | null = inject(Store).selectSignal(selectBlockedScreenPop),
    handler = inject(MEDIATEL_SCREEN_POP_HANDLER),
    report = injectFaultReport(),
  ) =>
    actions.pipe(
      ofType(CommandActions.openScreenPop),
      mergeMapReportingErrors(report, (): Observable<Action> => {
        const request = blocked();
        if (request === null || handler?.(request) === 'blocked') return EMPTY;
        return of(ScreenPopActions.screenPopOpened({ request }));
      }),
    ),
  { functional: true },
);

/** Notes in every tab what was opened in one: none raises it again after a reload or as it comes to lead. */
export const noteOpenedScreenPop = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    memory: Pick<ScreenPopMemory, 'note'> = inject(ScreenPopMemory),
  ) =>
    actions.pipe(
      ofType(ScreenPopActions.screenPopOpened),
      tap(({ request }) => {
        memory.note(request);
      }),
    ),
  { functional: true, dispatch: false },
);
