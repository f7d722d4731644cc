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

/** The present call's screen pop; `null` if the call has not reached anybody yet, or if there is nothing to open for it. */
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
 * Requests a screen pop once per `callTraceID`, also across reloads, and once more if the page arrives after the customer's id.
 */
export const popScreens = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    dispatcher: Pick<CommandDispatcher, 'context'> = inject(CommandDispatcher),
    memory: Pick<ScreenPopMemory, 'isDue' | 'rememberScreenPop'> = inject(ScreenPopMemory),
    blocked: () => ScreenPopRequest | null = inject(Store).selectSignal(selectBlockedScreenPop),
    handler = inject(MEDIATEL_SCREEN_POP_HANDLER),
    report = injectFaultReport(),
    tab: Pick<LeaderTab, 'isLeader'> = inject(LeaderTab),
  ) => {
    /** The call whose page was requested last. Most snapshots are about it. */
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
        // Recorded in every tab, so that a tab that leads later does not request it again.
        if (!tab.isLeader()) {
          memory.rememberScreenPop(request);
          return EMPTY;
        }
        let outcome: unknown;
        // If the host's handler throws, `screenPopRequested` is dispatched all the same.
        try {
          outcome = handler?.(request);
        } catch (error) {
          report(error);
        }
        // A blocked page is still due, also after a reload.
        if (outcome === 'blocked') return of(requested, ScreenPopActions.screenPopBlocked({ request }));
        memory.rememberScreenPop(request);
        // The page came after the customer's id: it replaces the blocked screen pop of the same call.
        return blocked() === null ? of(requested) : of(requested, ScreenPopActions.screenPopOpened({ request }));
      }),
    );
  },
  { functional: true },
);

/** Opens the blocked screen pop after a click. */
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

/** Records in every tab what one tab opened, so that no tab requests it again after a reload or when it becomes the leading tab. */
export const noteOpenedScreenPop = createEffect(
  (
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    memory: Pick<ScreenPopMemory, 'rememberScreenPop'> = inject(ScreenPopMemory),
  ) =>
    actions.pipe(
      ofType(ScreenPopActions.screenPopOpened),
      tap(({ request }) => {
        memory.rememberScreenPop(request);
      }),
    ),
  { functional: true, dispatch: false },
);
