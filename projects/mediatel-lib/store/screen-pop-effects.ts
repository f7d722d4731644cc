import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { PhoneTab } from 'mediatel-lib/ports';
import { parseScreenPop } from 'mediatel-lib/protocol';
import { EMPTY, type Observable, filter, of } from 'rxjs';
import { AgentActions } from './agent-actions';
import type { AgentChanges, AgentState } from './agent-state';
import { concernsCall } from './call-phase';
import { CommandDesk } from './command-desk';
import { injectFaultReport } from './report-fault';
import { SCREEN_POP_HANDLER } from './screen-pop-handler';
import { ScreenPopMemory } from './screen-pop-memory';
import type { ScreenPopRequest } from './screen-pop-request';
import { survive } from './survive';

const mayMatter = (changes: AgentChanges): boolean =>
  changes.phase !== undefined ||
  changes.callTraceID !== undefined ||
  changes.webServer !== undefined ||
  changes.callCustomerID !== undefined ||
  changes.crmConnectTarget !== undefined;

/** A call that reached somebody, with something to raise for it. */
function screenPopRequest(agent: AgentState): ScreenPopRequest | null {
  const { callTraceID, callNumber, callCustomerID, ani, queueName, crmConnectTarget, crmConnectType } = agent;
  if (callTraceID === null || !concernsCall(agent.phase) || agent.phase === 'dialing') return null;
  if (agent.webServer === null && callCustomerID === null && crmConnectTarget === null) return null;
  const parsed = parseScreenPop(agent.webServer);
  const page = parsed.ok ? parsed.pop : null;
  return { callTraceID, callNumber, callCustomerID, ani, queueName, crmConnectTarget, crmConnectType, page };
}

/** Requests a screen pop once per `callTraceID`, however often the page is loaded in between. */
export const popScreens = createEffect(
  (
    actions: Observable<Action> = inject(Actions),
    desk: Pick<CommandDesk, 'context'> = inject(CommandDesk),
    memory: Pick<ScreenPopMemory, 'note'> = inject(ScreenPopMemory),
    handler = inject(SCREEN_POP_HANDLER),
    report = injectFaultReport(),
    tab: Pick<PhoneTab, 'leads'> = inject(PhoneTab),
  ) => {
    /** The call looked at last: most snapshots are of it. */
    let seen: string | null = null;

    return actions.pipe(
      ofType(AgentActions.agentChanged),
      filter(({ changes }) => mayMatter(changes) && desk.context().agent.callTraceID !== seen),
      survive(report, ({ origin }) => {
        const request = screenPopRequest(desk.context().agent);
        if (request === null) return EMPTY;
        seen = request.callTraceID;
        // Noted in every tab, so that one that leads later does not raise it again.
        if (!memory.note(seen) || !tab.leads()) return EMPTY;
        // A fault of the host's handler must not cost its listeners the event.
        try {
          handler?.(request);
        } catch (error) {
          report(error);
        }
        return of(AgentActions.screenPopRequested({ origin, request }));
      }),
    );
  },
  { functional: true },
);
