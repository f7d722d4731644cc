import { AgentActions, type AgentEvent } from '../state/agent-actions';
import { type CallDetails, callDetailNames } from '../state/call/call-details';
import type { SnapshotTransition } from './snapshot-transition';

/** The particulars that changed while the call went on; a call's first ones are in the state when it begins. */
function changedDetails({ before, changes, callNumber }: SnapshotTransition): Partial<CallDetails> | null {
  if (callNumber === null || callNumber !== before.callNumber) return null;
  const found: Record<string, unknown> = {};
  let any = false;
  for (const name of callDetailNames) {
    const value = changes[name];
    if (value === undefined) continue;
    found[name] = value;
    any = true;
  }
  return any ? found : null;
}

/** Whether a list is news; an empty one in place of an empty one is none. */
const isNews = <T>(before: readonly T[], list: readonly T[] | undefined): list is readonly T[] =>
  list !== undefined && (list.length > 0 || before.length > 0);

/** What the step says beside phases. */
export function detailEvents(step: SnapshotTransition, events: AgentEvent[]): void {
  const { before, changes: c, origin, callNumber, callTraceID } = step;
  const details = changedDetails(step);
  if (details) events.push(AgentActions.callDetailsChanged({ origin, callNumber, callTraceID, changes: details }));
  if (c.callCustomerID !== undefined) {
    const { callCustomerID } = c;
    events.push(AgentActions.customerChanged({ origin, callNumber, callTraceID, callCustomerID }));
  }
  if (c.predictiveStatus !== undefined) {
    events.push(
      c.predictiveStatus ? AgentActions.predictiveTurnedOn({ origin }) : AgentActions.predictiveTurnedOff({ origin }),
    );
  }
  if (c.mute !== undefined) {
    events.push(c.mute ? AgentActions.mutedByServer({ origin }) : AgentActions.unmutedByServer({ origin }));
  }
  if (isNews(before.queues, c.queues)) events.push(AgentActions.queuesChanged({ origin, queues: c.queues }));
  if (isNews(before.pauseList, c.pauseList))
    events.push(AgentActions.pauseListChanged({ origin, pauseList: c.pauseList }));
  if (isNews(before.availableCallCodes, c.availableCallCodes)) {
    events.push(AgentActions.callCodesChanged({ origin, callCodes: c.availableCallCodes }));
  }
  if (isNews(before.availableCommand, c.availableCommand)) {
    events.push(AgentActions.availableCommandsChanged({ origin, availableCommand: c.availableCommand }));
  }
  if (isNews(before.callHistory, c.callHistory))
    events.push(AgentActions.callHistoryChanged({ origin, callHistory: c.callHistory }));
}
